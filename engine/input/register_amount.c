#include "input/register_amount.h"

#include "domain/programme.h"

/* --- words around a number --- */

typedef struct scale {
    const char *word;
    int power;
} scale;

static const scale scales[] = {
    {"k", 3},
    {"thousand", 3},
    {"m", 6},
    {"mn", 6},
    {"mln", 6},
    {"mio", 6},
    {"million", 6},
    {"millions", 6},
    {"bn", 9},
    {"billion", 9},
    {"billions", 9},
    {"mille", 3},
    {"milliard", 9},
    {"milliards", 9},
    {"mrd", 9},
    {"mill\xC3\xB3n", 6},
    {"millones", 6},
    {"milh\xC3\xA3o", 6},
    {"milh\xC3\xB5"
     "es",
     6},
    {"ribu", 3},
    {"juta", 6},
    {"miliar", 9},
    {"\xD1\x82\xD1\x8B\xD1\x81", 3},                 /* тыс */
    {"\xD0\xBC\xD0\xBB\xD0\xBD", 6},                 /* млн */
    {"\xD0\xBC\xD0\xBB\xD1\x80\xD0\xB4", 9},         /* млрд */
    {"\xD8\xA3\xD9\x84\xD9\x81", 3},                 /* ألف */
    {"\xD9\x85\xD9\x84\xD9\x8A\xD9\x88\xD9\x86", 6}, /* مليون */
    {"\xD9\x85\xD9\x84\xD9\x8A\xD8\xA7\xD8\xB1", 9}, /* مليار */
    {"\xE4\xB8\x87", 4},                             /* 万 */
    {"\xE7\x99\xBE\xE4\xB8\x87", 6},                 /* 百万 */
    {"\xE4\xBA\xBF", 8},                             /* 亿 */
};

/* Signs of one currency only; "$" alone is of many and says none. */
static const struct {
    const char *sign;
    const char *code;
} signs[] = {{"\xE2\x82\xAC", "EUR"}, {"\xC2\xA3", "GBP"},     {"US$", "USD"}, {"A$", "AUD"},
             {"NZ$", "NZD"},          {"C$", "CAD"},           {"R$", "BRL"},  {"Rp", "IDR"},
             {"\xE2\x82\xBD", "RUB"}, {"\xE2\x82\xB9", "INR"}, {"$", ""}};

/* Power of ten that a word stands for, or -1. */
static int scale_of(sel_str word)
{
    if (word.len > 1 && word.ptr[word.len - 1] == '.')
        word = sel_str_part(word, 0, word.len - 1);
    for (size_t i = 0; i < sizeof scales / sizeof scales[0]; i++)
        if (sel_str_equal_ascii(word, sel_str_of(scales[i].word)))
            return scales[i].power;
    return -1;
}

/* An ISO code in capitals or a sign; another currency than before is no amount. */
static bool take_currency(sel_str word, char code[4])
{
    char found[4] = "";
    bool capitals = word.len == 3;
    for (size_t i = 0; i < word.len; i++)
        capitals = capitals && word.ptr[i] >= 'A' && word.ptr[i] <= 'Z';
    bool known = capitals && sel_currency_read(word, found);
    for (size_t i = 0; i < sizeof signs / sizeof signs[0] && !known; i++)
        if (sel_str_is(word, signs[i].sign)) {
            memcpy(found, signs[i].code, strlen(signs[i].code));
            known = true;
        }
    if (!known || (code[0] != '\0' && found[0] != '\0' && memcmp(code, found, 4) != 0))
        return false;
    if (found[0] != '\0')
        memcpy(code, found, 4);
    return true;
}

/* --- digits --- */

enum { DIGITS_MAX = 18, GROUPS_MAX = 8 };

/* Digits in groups and what stands between them. */
typedef struct figure {
    int64_t digits;
    int total;
    int groups[GROUPS_MAX];   /* digits in each */
    char between[GROUPS_MAX]; /* '.', ',' or '\'' (also for blanks) before group i */
    int count;
} figure;

static bool take_group(sel_str *rest, figure *f)
{
    if (f->count == GROUPS_MAX)
        return false;
    int n = 0;
    while (rest->len > 0 && sel_ascii_is_digit(rest->ptr[0])) {
        if (f->total == DIGITS_MAX)
            return false;
        f->digits = f->digits * 10 + (rest->ptr[0] - '0');
        f->total += 1;
        n += 1;
        *rest = sel_str_part(*rest, 1, rest->len);
    }
    f->groups[f->count++] = n;
    return n > 0;
}

/* Bytes of what may part groups of digits, and the sign that stands for it; 0: nothing may. */
static size_t parting(sel_str rest, char *sign)
{
    static const char *const quiet[] = {" ",
                                        "'",
                                        "\xC2\xA0",      /* no-break space */
                                        "\xE2\x80\x99",  /* right quotation mark */
                                        "\xE2\x80\x89",  /* thin space */
                                        "\xE2\x80\xAF"}; /* narrow no-break space */
    if (rest.len > 0 && (rest.ptr[0] == '.' || rest.ptr[0] == ',')) {
        *sign = rest.ptr[0];
        return 1;
    }
    *sign = '\'';
    for (size_t i = 0; i < sizeof quiet / sizeof quiet[0]; i++)
        if (sel_str_starts(rest, sel_str_of(quiet[i])))
            return strlen(quiet[i]);
    return 0;
}

static bool take_figure(sel_str *rest, figure *f)
{
    *f = (figure){0};
    if (!take_group(rest, f))
        return false;
    for (;;) {
        char sign = '\0';
        size_t bytes = parting(*rest, &sign);
        if (bytes == 0 || bytes >= rest->len || !sel_ascii_is_digit(rest->ptr[bytes]))
            return true;
        *rest = sel_str_part(*rest, bytes, rest->len);
        if (f->count < GROUPS_MAX)
            f->between[f->count] = sign;
        if (!take_group(rest, f))
            return false;
    }
}

/* Whether groups 1 … last - 1 are of three digits behind one to three, all parted by one sign. */
static bool are_thousands(const figure *f, int last)
{
    for (int i = 1; i < last; i++)
        if (f->groups[i] != 3 || f->between[i] != f->between[1])
            return false;
    return last == 1 || f->groups[0] <= 3;
}

/* How many digits are decimals; -1: none of ours, -2: that cannot be told. */
static int decimals_of(const figure *f)
{
    int last = f->count - 1;
    char sign = f->between[last];
    bool repeated = last > 1 && f->between[1] == sign;
    if (last == 0)
        return 0;
    if (sign == '\'' || repeated)
        return are_thousands(f, f->count) ? 0 : -1;
    bool could_be_thousands =
        last == 1 && f->groups[1] == 3 && f->groups[0] <= 3 && f->digits >= 1000;
    if (could_be_thousands)
        return -2;
    return are_thousands(f, last) ? f->groups[last] : -1;
}

/* digits / 10^decimals × 10^power in hundredths, when that is a whole number. */
static bool scaled(const figure *f, int decimals, int power, int64_t *hundredths)
{
    int64_t value = f->digits;
    int shift = power + 2 - decimals;
    for (; shift < 0 && value % 10 == 0; shift++)
        value /= 10;
    for (; shift > 0 && value <= INT64_MAX / 10; shift--)
        value *= 10;
    *hundredths = value;
    return shift == 0;
}

/* --- one end --- */

typedef struct end {
    int64_t hundredths;
    bool has_scale;
} end;

static void skip_blanks(sel_str *rest)
{
    *rest = sel_str_trim(*rest);
}

/* Bytes of a dash or dots between two ends; 0: none. */
static size_t dash_of(sel_str rest)
{
    static const char *const dashes[] = {"-", "..", "to ", "\xE2\x80\x93", "\xE2\x80\x94"};
    for (size_t i = 0; i < sizeof dashes / sizeof dashes[0]; i++)
        if (sel_str_starts(rest, sel_str_of(dashes[i])))
            return strlen(dashes[i]);
    return 0;
}

/* The word up to a digit, a blank or a dash. */
static sel_str take_word(sel_str *rest)
{
    skip_blanks(rest);
    size_t n = 0;
    char sign = '\0';
    while (n < rest->len && !sel_ascii_is_digit(rest->ptr[n])) {
        sel_str behind = sel_str_part(*rest, n, rest->len);
        bool parts = parting(behind, &sign) > 0 && sign == '\'';
        if (parts || (dash_of(behind) > 0 && !sel_str_starts(behind, SEL_STR("to "))))
            break;
        if (n == 0 && sel_str_starts(behind, SEL_STR("to ")))
            break;
        n++;
    }
    sel_str word = sel_str_part(*rest, 0, n);
    *rest = sel_str_part(*rest, n, rest->len);
    return word;
}

static sel_amount_outcome take_end(sel_str *rest, end *one, char currency[4])
{
    figure f;
    sel_str before = take_word(rest);
    if (before.len > 0 && !take_currency(before, currency))
        return SEL_AMOUNT_BAD;
    skip_blanks(rest);
    if (!take_figure(rest, &f))
        return SEL_AMOUNT_BAD;
    int power = 0;
    for (sel_str word = take_word(rest); word.len > 0; word = take_word(rest)) {
        int found = scale_of(word);
        if (found >= 0 && !one->has_scale) {
            one->has_scale = true;
            power = found;
        } else if (!take_currency(word, currency)) {
            return SEL_AMOUNT_BAD;
        }
    }
    int decimals = decimals_of(&f);
    if (decimals == -2)
        return SEL_AMOUNT_AMBIGUOUS;
    bool exact = decimals >= 0 && scaled(&f, decimals, power, &one->hundredths);
    return exact ? SEL_AMOUNT_OK : SEL_AMOUNT_BAD;
}

sel_amount_outcome sel_amount_read(sel_str text, sel_amount *amount)
{
    sel_amount found = {0};
    end low = {0};
    sel_amount_outcome first = take_end(&text, &low, found.currency);
    end high = low;
    sel_amount_outcome second = first;
    skip_blanks(&text);
    size_t dash = dash_of(text);
    if (first != SEL_AMOUNT_BAD && dash > 0) {
        high = (end){0};
        text = sel_str_part(text, dash, text.len);
        second = take_end(&text, &high, found.currency);
        skip_blanks(&text);
    }
    if (first == SEL_AMOUNT_BAD || second == SEL_AMOUNT_BAD || text.len > 0)
        return SEL_AMOUNT_BAD;
    if (first != SEL_AMOUNT_OK || second != SEL_AMOUNT_OK || low.has_scale != high.has_scale)
        return SEL_AMOUNT_AMBIGUOUS;
    if (low.hundredths > high.hundredths)
        return SEL_AMOUNT_BAD;
    found.low = low.hundredths;
    found.high = high.hundredths;
    *amount = found;
    return SEL_AMOUNT_OK;
}
