/** check_suite.h - run one check test case as a program of its own.
 *
 * CTest already gives each program a process and a timeout, so check does not
 * fork (leak checks stay truthful) unless CK_FORK says so. */
#ifndef SEL_TESTS_CHECK_SUITE_H
#define SEL_TESTS_CHECK_SUITE_H

#include <check.h>
#include <stdlib.h>

/** Run the tests of a NULL-terminated list; the result is main's exit code. */
static inline int run_tests(const char *name, const TTest *const *tests)
{
    TCase *tcase = tcase_create(name);
    tcase_set_timeout(tcase, 0);
    for (; *tests != NULL; tests++)
        tcase_add_test(tcase, *tests);
    Suite *suite = suite_create(name);
    suite_add_tcase(suite, tcase);
    SRunner *runner = srunner_create(suite);
    if (getenv("CK_FORK") == NULL)
        srunner_set_fork_status(runner, CK_NOFORK);
    srunner_run_all(runner, CK_NORMAL);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}

#endif
