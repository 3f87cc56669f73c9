/* Whole files: what is accepted, what is refused where, and where records stand. */
#include "base/text.h"
#include "iati_fixture.h"
#include "input/xml_records.h"

#define ACTIVITY                                                                                   \
    "<iati-activity><iati-identifier>a</iati-identifier><reporting-org ref='R'/>"                  \
    "</iati-activity>"

static void expect_refused(sel_str xml, sel_status status, uint64_t line, const char *part)
{
    outcome out = read_with(xml, (sel_iati_options){0});
    ck_assert_msg(out.status == status, "%.*s: %s", (int)sel_str_part(xml, 0, 80).len, xml.ptr,
                  sel_status_name(out.status));
    ck_assert_msg(strstr(out.err.message, part) != NULL, "'%s' lacks '%s'", out.err.message, part);
    ck_assert_uint_eq(out.err.line, line);
    ck_assert_str_eq(out.err.source, "test.xml");
    forget(&out);
}

START_TEST(other_files_are_named)
{
    static const struct {
        sel_str begin;
        const char *part;
    } files[] = {
        {{"", 0}, "an empty file"},
        {{" \n", 2}, "an empty file"},
        {{"PK\x03\x04\0\0\0\0", 8}, "spreadsheet"},
        {{"%PDF-1.7\n", 9}, "PDF"},
        {{"\x1F\x8B\x08", 3}, "gzip"},
        {{"\xD0\xCF\x11\xE0", 4}, "Excel"},
        {{"\xEF\xBB\xBF <!DOCTYPE HTML><html>", 25}, "web page"},
        {{"<HTML lang='en'>", 16}, "web page"},
        {{"iati-identifier,title\n", 22}, "text of another kind"},
    };
    for (size_t i = 0; i < sizeof files / sizeof files[0]; i++)
        expect_refused(files[i].begin, SEL_BAD_INPUT, 0, files[i].part);
}
END_TEST

START_TEST(other_roots_are_refused)
{
    expect_refused(SEL_STR("<iati-organisations version='2.03'/>"), SEL_BAD_INPUT, 1,
                   "organisation file");
    expect_refused(SEL_STR("<?xml version='1.0'?>\n\n<registry><iati-activities/></registry>"),
                   SEL_BAD_INPUT, 3, "its root is 'registry'");
}
END_TEST

START_TEST(odd_versions_and_roots_are_read_with_a_warning)
{
    static const char *const files[] = {
        "<iati-activities>" ACTIVITY "</iati-activities>",
        "<iati-activities version='TEXT'>" ACTIVITY "</iati-activities>",
        "<iati-activities version='1.0'>" ACTIVITY "</iati-activities>",
        "<iati-activities version=''>" ACTIVITY "</iati-activities>",
        "<!-- first --><iati-activities version='2.3'>" ACTIVITY "</iati-activities>",
    };
    for (size_t i = 0; i < sizeof files / sizeof files[0]; i++) {
        outcome out = read_file_text(files[i]);
        ck_assert_int_eq(out.status, SEL_OK);
        ck_assert_uint_eq(times(&out, "W_VERSION_UNKNOWN", "iati-activities"), 1);
        ck_assert_uint_eq(out.counts.taken, 1);
        forget(&out);
    }
    outcome out = read_file_text(ACTIVITY);
    ck_assert_uint_eq(times(&out, "N_ROOT_ACTIVITY", "iati-activity"), 1);
    ck_assert_uint_eq(out.counts.taken, 1);
    forget(&out);
    out = read_file_text("<iati-activities version='2.01'/>");
    ck_assert_int_eq(out.status, SEL_OK);
    ck_assert_uint_eq(times(&out, "W_NO_RECORDS", "iati-activity"), 1);
    forget(&out);
}
END_TEST

START_TEST(faults_of_xml_have_their_place)
{
    expect_refused(SEL_STR("<iati-activities version='2.03'>\n<iati-activity>\n</title>\n"),
                   SEL_BAD_INPUT, 3, "iati-activity");
    expect_refused(SEL_STR("<iati-activities version='2.03'>\n" ACTIVITY), SEL_BAD_INPUT, 2,
                   "not well-formed XML: ");
    expect_refused(SEL_STR("<iati-activities version='2.03'>\n" ACTIVITY "\n<a>A & B</a>"),
                   SEL_BAD_INPUT, 3, "not well-formed XML: ");
    expect_refused(SEL_STR("<iati-activities version='2.03'>\n\n&bomb;</iati-activities>"),
                   SEL_BAD_INPUT, 3, "bomb");
    expect_refused(SEL_STR("<iati-activities version='2.03'>\n\xE9</iati-activities>"),
                   SEL_BAD_INPUT, 2, "UTF-8");
    expect_refused(SEL_STR("<iati-activities version='2.03'></iati-activities>\n<more/>"),
                   SEL_BAD_INPUT, 2, "Extra content");
    expect_refused(SEL_STR("<iati-activities version='2.03'>\0</iati-activities>"), SEL_BAD_INPUT,
                   0, "byte 33 is NUL");
    expect_refused(SEL_STR("<?xml version='1.0' encoding='x-none'?><iati-activities/>"),
                   SEL_BAD_INPUT, 1, "not well-formed XML: ");
}
END_TEST

/* Entities are how XML attacks: neither is a file read nor a bomb expanded. */
START_TEST(a_doctype_is_refused)
{
    expect_refused(SEL_STR("<?xml version='1.0'?>\n<!DOCTYPE iati-activities [\n"
                           "<!ENTITY x SYSTEM 'file:///etc/passwd'>]>\n"
                           "<iati-activities version='2.03'>&x;</iati-activities>"),
                   SEL_BAD_INPUT, 2, "DOCTYPE");
    expect_refused(SEL_STR("<!DOCTYPE iati-activities SYSTEM 'http://localhost/x.dtd'>"
                           "<iati-activities version='2.03'/>"),
                   SEL_BAD_INPUT, 1, "DOCTYPE");
}
END_TEST

START_TEST(nesting_is_bounded)
{
    sel_arena *arena = sel_arena_create();
    sel_str xml = SEL_STR("<iati-activities version='2.03'>");
    for (int i = 0; i < 64; i++)
        xml = sel_str_printf(arena, "%.*s\n<n>", SEL_STR_ARG(xml));
    expect_refused(xml, SEL_BAD_INPUT, 65, "deeper than 64");
    sel_arena_destroy(arena);
}
END_TEST

static sel_str repeated(sel_arena *arena, const char *before, char c, size_t count,
                        const char *after)
{
    size_t head = strlen(before);
    char *text = sel_arena_array(arena, head + count + strlen(after) + 1, 1);
    memcpy(text, before, head);
    memset(text + head, c, count);
    memcpy(text + head + count, after, strlen(after));
    return (sel_str){text, head + count + strlen(after)};
}

START_TEST(a_record_over_the_caps_is_refused_alone)
{
    sel_arena *arena = sel_arena_create();
    sel_str xml = repeated(
        arena, "<iati-activities version='2.03'>" ACTIVITY "<iati-activity><title><narrative>", 'x',
        SEL_XML_TEXT_MAX + 1,
        "</narrative></title><iati-identifier>b</iati-identifier>"
        "</iati-activity>" ACTIVITY "</iati-activities>");
    outcome out = read_with(xml, (sel_iati_options){0});
    ck_assert_int_eq(out.status, SEL_OK);
    ck_assert_uint_eq(out.counts.seen, 3);
    ck_assert_uint_eq(out.counts.taken, 2);
    ck_assert_uint_eq(out.counts.refused, 1);
    ck_assert_uint_eq(times(&out, "E_RECORD_TOO_LARGE", "iati-activity"), 1);
    forget(&out);
    sel_arena_destroy(arena);
}
END_TEST

START_TEST(many_elements_are_bounded_too)
{
    sel_arena *arena = sel_arena_create();
    sel_text xml = {.arena = arena};
    sel_text_add(&xml, SEL_STR("<iati-activities version='2.03'><iati-activity>"));
    for (int i = 0; i < 300000; i++)
        sel_text_add(&xml, SEL_STR("<tag vocabulary='99'/>"));
    sel_text_add(&xml, SEL_STR("</iati-activity>" ACTIVITY "</iati-activities>"));
    outcome out = read_with(sel_text_str(&xml), (sel_iati_options){0});
    ck_assert_int_eq(out.status, SEL_OK);
    ck_assert_uint_eq(times(&out, "E_RECORD_TOO_LARGE", "iati-activity"), 1);
    ck_assert_uint_eq(out.counts.taken, 1);
    forget(&out);
    sel_arena_destroy(arena);
}
END_TEST

START_TEST(long_text_comments_and_data_are_no_long_tags)
{
    static const char *const around[][2] = {{"<!--", "-->"},
                                            {"<?pi ", "?>"},
                                            {"<other>", "</other>"},
                                            {"<other><![CDATA[", "]]></other>"},
                                            {"\xC3\xA9\xC3\xA9<!-- \xC3\xA9", "-->"}};
    sel_arena *arena = sel_arena_create();
    for (size_t i = 0; i < sizeof around / sizeof around[0]; i++) {
        sel_str before = sel_str_printf(arena, "<iati-activities version='2.03'>%s", around[i][0]);
        sel_str after = sel_str_printf(arena, "%s" ACTIVITY "</iati-activities>", around[i][1]);
        outcome out = read_with(repeated(arena, before.ptr, 'x', 8 * SEL_XML_TAG_MAX, after.ptr),
                                (sel_iati_options){0});
        ck_assert_msg(out.status == SEL_OK, "%s: %s", around[i][0], out.err.message);
        ck_assert_uint_eq(out.counts.taken, 1);
        forget(&out);
    }
    sel_arena_destroy(arena);
}
END_TEST

START_TEST(names_and_tags_are_bounded)
{
    sel_arena *arena = sel_arena_create();
    sel_text xml = {.arena = arena};
    sel_text_add(&xml, SEL_STR("<iati-activities version='2.03'>\n"));
    for (int i = 0; i < 30000; i++)
        sel_text_printf(&xml, "<n%d/>", i);
    expect_refused(sel_text_str(&xml), SEL_BAD_INPUT, 0, "different names");
    xml = (sel_text){.arena = arena};
    sel_text_add(&xml, SEL_STR("<iati-activities version='2.03'><iati-activity"));
    for (int i = 0; i < 15000; i++)
        sel_text_printf(&xml, " a%d=''", i);
    expect_refused(sel_text_str(&xml), SEL_BAD_INPUT, 0, "different names");
    xml = (sel_text){.arena = arena};
    sel_text_add(&xml, SEL_STR("<iati-activities version='2.03'><iati-activity"));
    for (int i = 0; i < 250000; i++)
        sel_text_printf(&xml, " p%d:a%d=''", i / 500, i % 500);
    expect_refused(sel_text_str(&xml), SEL_BAD_INPUT, 0, "a tag is longer");
    sel_arena_destroy(arena);
}
END_TEST

START_TEST(encodings_are_decoded)
{
    outcome out = read_with(SEL_STR("<?xml version='1.0' encoding='windows-1252'?>"
                                    "<iati-activities version='2.03'><iati-activity>"
                                    "<iati-identifier>a</iati-identifier><reporting-org ref='R'/>"
                                    "<title><narrative>caf\xE9 \x96</narrative></title>"
                                    "</iati-activity></iati-activities>"),
                            (sel_iati_options){0});
    expect_text(out.records[0].title, "caf\xC3\xA9 \xE2\x80\x93");
    forget(&out);
    const char *plain = "<iati-activities version='2.03'>" ACTIVITY "</iati-activities>";
    char wide[1024] = "\xFF\xFE";
    size_t n = 2;
    for (const char *c = plain; *c != '\0'; c++) {
        wide[n++] = *c;
        wide[n++] = '\0';
    }
    out = read_with((sel_str){wide, n}, (sel_iati_options){0});
    ck_assert_msg(out.status == SEL_OK, "%s", out.err.message);
    ck_assert_uint_eq(out.counts.taken, 1);
    forget(&out);
    out = read_file_text("\xEF\xBB\xBF<iati-activities version='2.03'>\r" ACTIVITY
                         "\r\n</iati-activities>\r");
    ck_assert_uint_eq(out.counts.taken, 1);
    forget(&out);
}
END_TEST

START_TEST(namespaces_of_others_are_ignored)
{
    outcome out =
        read_file_text("<i:iati-activities xmlns:i='urn:iati' version='2.03'><i:iati-activity>"
                       "<i:iati-identifier>a</i:iati-identifier><i:reporting-org ref='R'/>"
                       "<title>No</title></i:iati-activity><iati-activity/></i:iati-activities>");
    ck_assert_int_eq(out.status, SEL_OK);
    ck_assert_uint_eq(out.counts.seen, 1);
    expect_text(out.records[0].title, "");
    forget(&out);
    out =
        read_file_text("<iati-activities version='2.03'><d:wrong/>" ACTIVITY "</iati-activities>");
    ck_assert_msg(out.status == SEL_OK, "%s", out.err.message);
    ck_assert_uint_eq(out.counts.taken, 1);
    forget(&out);
}
END_TEST

/* Places: counted by hand with grep -n and grep -b (GNU grep). */
START_TEST(records_know_where_they_stand)
{
    outcome out = read_file_text("<?xml version='1.0'?>\n<iati-activities\n version='2.03'>\n"
                                 "  <iati-activity\n    hierarchy='1'\n  >\n"
                                 "<iati-identifier>a</iati-identifier>\n"
                                 "<reporting-org ref='R'/>\n<activity-status\n code='x'/>"
                                 "</iati-activity><iati-activity><iati-identifier>b"
                                 "</iati-identifier><reporting-org ref='R'/></iati-activity>"
                                 "</iati-activities>");
    ck_assert_uint_eq(out.records[0].place.line, 4);
    ck_assert_uint_eq(out.records[0].place.offset, 58);
    ck_assert_uint_eq(out.records[0].place.ordinal, 1);
    ck_assert_uint_eq(out.records[1].place.line, 10);
    ck_assert_uint_eq(out.records[1].place.ordinal, 2);
    for (uint32_t i = 0; i < out.issues.group_count; i++)
        if (strcmp(out.issues.groups[i]->places[0].code, "W_STATUS_UNKNOWN") == 0)
            ck_assert_uint_eq(out.issues.groups[i]->places[0].line, 9);
    forget(&out);
}
END_TEST

START_TEST(places_stay_exact_in_long_files)
{
    enum { LINES = 200000 };
    sel_arena *arena = sel_arena_create();
    sel_str xml = repeated(arena, "<iati-activities version='2.03'>", '\n', LINES,
                           ACTIVITY "</iati-activities>");
    outcome out = read_with(xml, (sel_iati_options){0});
    ck_assert_uint_eq(out.records[0].place.line, LINES + 1);
    ck_assert_uint_eq(out.records[0].place.offset,
                      strlen("<iati-activities version='2.03'>") + LINES);
    forget(&out);
    sel_arena_destroy(arena);
}
END_TEST

static bool stop_at_once(void *to, const sel_programme *record)
{
    (void)record;
    *(int *)to += 1;
    return false;
}

START_TEST(the_sink_can_stop_the_reading)
{
    int calls = 0;
    sel_arena *arena = sel_arena_create();
    sel_issues issues = {.arena = arena};
    sel_iati_counts counts;
    sel_error err = {0};
    sel_iati_options options = {0};
    sel_bytes *bytes = sel_bytes_open_memory(
        "t", SEL_STR("<iati-activities version='2.03'>" ACTIVITY ACTIVITY "<broken"));
    ck_assert_int_eq(sel_iati_read(bytes, &reference, &options,
                                   (sel_programme_sink){stop_at_once, &calls}, &issues, &counts,
                                   &err),
                     SEL_OK);
    ck_assert_int_eq(calls, 1);
    ck_assert_uint_eq(counts.seen, 1);
    ck_assert_uint_eq(counts.taken, 0);
    sel_bytes_close(bytes);
    ck_assert_int_eq(sel_iati_read_file("/nowhere/x.xml", &reference, &options,
                                        (sel_programme_sink){stop_at_once, &calls}, &issues,
                                        &counts, &err),
                     SEL_NOT_FOUND);
    sel_arena_destroy(arena);
}
END_TEST

/* Every beginning of a file is either whole or refused with its place. */
START_TEST(every_prefix_is_read_or_refused_with_its_place)
{
    static const char xml[] =
        "<?xml version='1.0' encoding='UTF-8'?>\n<!-- note -->\n"
        "<iati-activities version='2.03'>\n"
        "<iati-activity xml:lang='fr' default-currency='EUR' hierarchy='2'>\n"
        "<iati-identifier>GB-1-\xC3\xA9 </iati-identifier>\n"
        "<reporting-org ref='A &amp; B' type='10'><narrative>N</narrative></reporting-org>\n"
        "<title><narrative xml:lang='en'>T &lt; <![CDATA[C & D]]></narrative></title>\n"
        "<activity-date type='2' iso-date='2020-01-01'/><recipient-country code='FJ'/>\n"
        "<budget><value>10.00</value></budget><x:y xmlns:x='urn:x'/><?pi data?>\n"
        "</iati-activity></iati-activities>\n";
    size_t whole = strlen(xml) - 1;
    for (size_t length = 0; length <= strlen(xml); length++) {
        outcome out = read_with((sel_str){xml, length}, (sel_iati_options){0});
        if (length >= whole) {
            ck_assert_msg(out.status == SEL_OK, "%zu: %s", length, out.err.message);
            expect_text(out.records[0].title, "T < C & D");
            expect_text(out.records[0].register_name, "A & B");
        } else {
            ck_assert_msg(out.status == SEL_BAD_INPUT, "%zu bytes", length);
            ck_assert(out.err.message[0] != '\0');
            ck_assert_msg(out.err.line > 0 || length == 0, "%zu bytes", length);
        }
        forget(&out);
    }
}
END_TEST

int main(void)
{
    const TTest *tests[] = {other_files_are_named,
                            other_roots_are_refused,
                            odd_versions_and_roots_are_read_with_a_warning,
                            faults_of_xml_have_their_place,
                            a_doctype_is_refused,
                            nesting_is_bounded,
                            a_record_over_the_caps_is_refused_alone,
                            many_elements_are_bounded_too,
                            long_text_comments_and_data_are_no_long_tags,
                            names_and_tags_are_bounded,
                            encodings_are_decoded,
                            namespaces_of_others_are_ignored,
                            records_know_where_they_stand,
                            places_stay_exact_in_long_files,
                            the_sink_can_stop_the_reading,
                            every_prefix_is_read_or_refused_with_its_place,
                            NULL};
    return run_tests("iati", tests);
}
