/** bench_tagger.c - how fast texts are tagged with the shipped term table.
 *
 * Reads FOLDER (…/questionnaires/codelists), makes 16 MiB of seeded text in records of 3 kB, every
 * twentieth with cyber words, and tags it five times: once English-like, once in English, French,
 * Spanish, Russian, Arabic and Chinese words in turn, a script per record. */
#include "base/str.h"
#include "domain/tagger.h"
#include "input/codelist_file.h"

#include "seeded.h"
#include "stopwatch.h"

enum { RECORDS = 5600, RECORD_BYTES = 3000, ROUNDS = 5 };

static const char *const words[] = {
    "the",           "project",    "supports",    "Government",   "of",
    "strengthening", "capacity",   "to",          "improve",      "national",
    "and",           "regional",   "resilience",  "institutions", "through",
    "technical",     "support",    "communities", "security",     "information",
    "incident",      "response",   "rural",       "education",    "water",
    "sanitation",    "management", "critical",    "services",     "infrastructure",
    "programme",     "Ministry",   "for",         "implementing", "partners",
    "standards",     "in",         "a",           "training,",    "2019."};
static const char *const mixed[][12] = {
    {"the", "project", "supports", "security", "incident", "of", "communities", "rural", "and",
     "training,", "2019.", "infrastructure"},
    {"l'État", "sécurité", "des", "systèmes", "développement", "à", "« réseau »", "d’information",
     "formation", "numérique", "été", "coopération"},
    {"formación", "de", "la", "niñez", "información", "gestión", "crisis", "país", "el",
     "comunicación", "nacional", "públicas"},
    {"безопасность", "развитие", "в", "области", "информационных", "систем", "и", "поддержка",
     "подготовка", "кадров", "проект", "сети"},
    {"الأمن", "الغذائي", "في", "المشروع", "والتدريب", "للمجتمعات", "الوطنية", "من", "خلال", "تعزيز",
     "القدرات", "المعلومات"},
    {"粮食安全", "项目", "国家网络建设", "农村", "教育", "培训", "，支持", "水资源管理", "信息",
     "基础设施。", "战略", "合作"}};
static const char *const cyber_words[] = {"cybersecurity", "CERT", "cybercrime", "cyber-crime"};

static const char *any_word(uint64_t *state, int record, bool all_scripts)
{
    if (!all_scripts)
        return words[seeded_bits(state) % (sizeof words / sizeof words[0])];
    return mixed[record % 6][seeded_bits(state) % 12];
}

static sel_str make_text(sel_arena *arena, uint64_t *state, int record, bool all_scripts)
{
    char *text = sel_arena_array(arena, RECORD_BYTES + 64, 1);
    size_t n = 0;
    while (n < RECORD_BYTES) {
        const char *word = any_word(state, record, all_scripts);
        if (record % 20 == 0 && seeded_bits(state) % 50 == 0)
            word = cyber_words[seeded_bits(state) % 4];
        size_t length = strlen(word);
        memcpy(text + n, word, length);
        text[n + length] = ' ';
        n += length + 1;
    }
    return (sel_str){text, n};
}

static void measure(const sel_tagger *tagger, sel_arena *arena, bool all_scripts)
{
    sel_arena *scratch = sel_arena_create();
    sel_str *texts = sel_arena_array(arena, RECORDS, sizeof *texts);
    uint64_t state = 1;
    size_t bytes = 0;
    for (int i = 0; i < RECORDS; i++) {
        texts[i] = make_text(arena, &state, i, all_scripts);
        bytes += texts[i].len;
    }
    for (int round = 0; round < ROUNDS; round++) {
        uint32_t tagged = 0;
        moment before = moment_now();
        for (int i = 0; i < RECORDS; i++) {
            sel_programme record = sel_programme_blank();
            record.description = texts[i];
            sel_tagger_tag(tagger, &record, scratch);
            tagged += record.capability_count > 0;
            sel_arena_reset(scratch);
        }
        double taken = moment_since(before).processor;
        printf("%s: %.1f MB/s, %u of %d records tagged\n", all_scripts ? "six scripts" : "English",
               (double)bytes / 1e6 / taken, tagged, RECORDS);
    }
    sel_arena_destroy(scratch);
}

int main(int argc, char **argv)
{
    sel_arena *arena = sel_arena_create();
    sel_reference reference = {0};
    sel_error err = {0};
    if (argc != 2 || sel_reference_open(argv[1], arena, &reference, &err) != SEL_OK) {
        fprintf(stderr, "usage: bench_tagger FOLDER: %s\n", err.message);
        return EXIT_FAILURE;
    }
    measure(reference.tagger, arena, false);
    measure(reference.tagger, arena, true);
    sel_reference_close(&reference);
    sel_arena_destroy(arena);
    return EXIT_SUCCESS;
}
