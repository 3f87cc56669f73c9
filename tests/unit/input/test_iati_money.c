/* Money: from which elements it is summed, and when it is not. */
#include "iati_fixture.h"

/* Periods of budgets. */
#define IN_2020      "<period-start iso-date='2020-01-01'/><period-end iso-date='2020-12-31'/>"
#define IN_2021      "<period-start iso-date='2021-01-01'/><period-end iso-date='2021-12-31'/>"
#define FIRST_HALF   "<period-start iso-date='2020-01-01'/><period-end iso-date='2020-06-30'/>"
#define SECOND_HALF  "<period-start iso-date='2020-07-01'/><period-end iso-date='2020-12-31'/>"
#define IN_2020_2021 "<period-start iso-date='2020-01-01'/><period-end iso-date='2021-12-31'/>"

static void expect_money(const char *elements, int64_t low, int64_t high, const char *currency)
{
    outcome out = read_elements(elements);
    const sel_money *money = &out.records[0].money;
    ck_assert_msg(money->known == (currency[0] != '\0'), "%s", elements);
    ck_assert_int_eq(money->low, low);
    ck_assert_int_eq(money->high, high);
    ck_assert_str_eq(money->currency, currency);
    forget(&out);
}

START_TEST(money_from_budgets)
{
    expect_money("<budget>" IN_2020 "<value>1000.50</value></budget>"
                 "<budget>" IN_2021 "<value currency='EUR'>2000</value></budget>"
                 "<transaction><transaction-type "
                 "code='2'/><value>7</value></transaction>",
                 300050, 300050, "EUR");
    expect_money("<budget type='1'>" IN_2020 "<value>1000</value></budget>"
                 "<budget type='2'>" IN_2020 "<value>1500</value></budget>"
                 "<budget type='1'>" IN_2021 "<value>100</value></budget>",
                 160000, 160000, "EUR");
    expect_money("<budget><value>10.005</value></budget><budget><value>-1.001</value></budget>",
                 1000 - 101, 1001 - 100, "EUR");
    expect_money("<budget><value>3000000000000</value></budget>", 300000000000000, 300000000000000,
                 "EUR");
}
END_TEST

/* A revision may divide the time otherwise than the original did. */
START_TEST(revised_budgets_replace_what_they_cover)
{
    expect_money("<budget type='1'>" IN_2020_2021 "<value>1000</value></budget>"
                 "<budget type='2'>" IN_2020 "<value>400</value></budget>"
                 "<budget type='2'>" IN_2021 "<value>500</value></budget>",
                 90000, 90000, "EUR");
    expect_money("<budget type='1'>" IN_2020 "<value>400</value></budget>"
                 "<budget type='2'>" IN_2020_2021 "<value>900</value></budget>"
                 "<budget type='1'>" IN_2021 "<value>400</value></budget>",
                 90000, 90000, "EUR");
    expect_money("<budget type='2'><value>900</value></budget>"
                 "<budget type='1'>" IN_2021 "<value>400</value></budget>",
                 130000, 130000, "EUR");
}
END_TEST

/* A year and its halves are perhaps one money, and perhaps not. */
START_TEST(budgets_that_overlap_make_a_range)
{
    const char *const year = "<budget>" IN_2020 "<value>1000</value></budget>"
                             "<budget>" FIRST_HALF "<value>300</value></budget>"
                             "<budget>" SECOND_HALF "<value>650</value></budget>"
                             "<budget>" IN_2021 "<value>50</value></budget>";
    expect_money(year, 105000, 200000, "EUR");
    outcome out = read_elements(year);
    ck_assert_uint_eq(times(&out, "W_BUDGETS_OVERLAP", "budget"), 1);
    forget(&out);
    expect_money("<budget>" IN_2020 "<value>1000</value></budget>"
                 "<budget>" IN_2020 "<value>500</value></budget>",
                 150000, 150000, "EUR"); /* two parts of one period */
    expect_money("<planned-disbursement>" IN_2020 "<value>10</value></planned-disbursement>"
                 "<planned-disbursement>" FIRST_HALF "<value>2</value></planned-disbursement>",
                 1200, 1200, "EUR");
}
END_TEST

START_TEST(money_from_commitments)
{
    expect_money("<transaction><transaction-type code='2'/><value>70</value></transaction>"
                 "<transaction><transaction-type code='2'/><value>-20</value></transaction>"
                 "<transaction><transaction-type code='11'/><value>9</value></transaction>"
                 "<transaction><transaction-type code='3'/><value>5</value></transaction>",
                 5000, 5000, "EUR");
    expect_money("<transaction><transaction-type code='11'/><value currency='USD'>9</value>"
                 "</transaction>",
                 900, 900, "USD");
    expect_money("<transaction><transaction-type code='3'/><value>5</value></transaction>", 0, 0,
                 "");
}
END_TEST

START_TEST(money_from_planned_disbursements)
{
    expect_money("<planned-disbursement>" IN_2020 "<value>40</value></planned-disbursement>"
                 "<planned-disbursement>" IN_2021 "<value>2</value></planned-disbursement>",
                 4200, 4200, "EUR");
    expect_money("<planned-disbursement type='1'>" IN_2020 "<value>40</value>"
                 "</planned-disbursement><planned-disbursement type='2'>" IN_2020
                 "<value>30</value></planned-disbursement>",
                 3000, 3000, "EUR");
    expect_money("<planned-disbursement><value>40</value></planned-disbursement>"
                 "<transaction><transaction-type code='2'/><value>5</value></transaction>",
                 500, 500, "EUR");
    expect_money("<planned-disbursement><value>40</value></planned-disbursement>"
                 "<budget><value>x</value></budget>",
                 0, 0, "");
}
END_TEST

static void expect_no_money(const char *elements, const char *code, const char *element)
{
    outcome out = read_elements(elements);
    ck_assert_msg(!out.records[0].money.known, "%s", elements);
    ck_assert_msg(times(&out, code, element) == 1, "%s: %s", elements, code);
    forget(&out);
}

START_TEST(money_that_cannot_be_used)
{
    expect_no_money("<budget><value>1</value></budget><budget><value currency='USD'>2</value>"
                    "</budget>",
                    "W_CURRENCIES_SEVERAL", "value");
    expect_no_money("<budget><value>1,000</value></budget>", "W_AMOUNT_UNREAD", "value");
    expect_no_money("<budget><value>1e3</value></budget>", "W_AMOUNT_UNREAD", "value");
    expect_no_money("<budget><value>nan</value></budget>", "W_AMOUNT_UNREAD", "value");
    expect_no_money("<budget/>", "W_AMOUNT_UNREAD", "budget");
    expect_no_money("<budget><value currency='Euro'>1</value></budget>", "W_CURRENCY_UNKNOWN",
                    "value");
    expect_no_money("<budget><value>-5</value></budget>", "W_AMOUNT_NEGATIVE", "value");
    expect_no_money("<budget><value>0</value></budget>", "N_AMOUNT_ZERO", "value");
    expect_no_money("<transaction><transaction-type code='3'/><value>5</value></transaction>",
                    "N_SPENDING_ONLY", "transaction");
    expect_no_money("<transaction><transaction-type code='X'/><value>5</value></transaction>",
                    "W_TRANSACTION_TYPE", "transaction-type");
    expect_no_money("<budget type='7'><value>0</value></budget>", "N_BUDGET_TYPE", "budget");
    expect_no_money("<budget><value>90000000000000000</value></budget>"
                    "<budget><value>90000000000000000</value></budget>",
                    "W_AMOUNT_UNREAD", "value");
    outcome out = read_file_text(
        "<iati-activities version='2.03'><iati-activity><iati-identifier>a</iati-identifier>"
        "<reporting-org ref='R'/><budget><value>5</value></budget></iati-activity>"
        "</iati-activities>");
    ck_assert_uint_eq(times(&out, "W_CURRENCY_MISSING", "value"), 1);
    expect_text(out.records[0].money.raw, "5 ");
    forget(&out);
}
END_TEST

int main(void)
{
    const TTest *tests[] = {money_from_budgets,
                            revised_budgets_replace_what_they_cover,
                            budgets_that_overlap_make_a_range,
                            money_from_commitments,
                            money_from_planned_disbursements,
                            money_that_cannot_be_used,
                            NULL};
    return run_tests("iati_money", tests);
}
