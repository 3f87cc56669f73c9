/** material.h - real material for tests: it is not part of the repository, and a test that does not
 * find it is skipped. */
#ifndef SEL_TESTS_CORPUS_MATERIAL_H
#define SEL_TESTS_CORPUS_MATERIAL_H

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>

/** What a skipped test exits with. */
enum { MATERIAL_MISSING = 77, MATERIAL_PATH_ROOM = 1024 };

/** Path of a file or folder ("forms") below $SELARAS_CORPUS, or else below ../shared/data beside
 * the sources. False, with a message on stdout, when it is not there. */
static inline bool material_find(const char *below, char path[MATERIAL_PATH_ROOM])
{
    const char *corpus = getenv("SELARAS_CORPUS");
    int length = snprintf(path, MATERIAL_PATH_ROOM, "%s/%s",
                          corpus != NULL ? corpus : SELARAS_SOURCE_DIR "/../shared/data", below);
    struct stat there;
    if (length > 0 && length < MATERIAL_PATH_ROOM && stat(path, &there) == 0)
        return true;
    printf("skipped: no %s (SELARAS_CORPUS)\n", path);
    return false;
}

#endif
