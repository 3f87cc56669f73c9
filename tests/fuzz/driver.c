/** driver.c - replay the files of a corpus folder through a fuzz target, one after the other. */
#include "base/arena.h"

#include <dirent.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

enum { FILE_MAX = 1 << 24 };

static bool replay(const char *path)
{
    FILE *file = fopen(path, "rb");
    if (file == NULL) {
        perror(path);
        return false;
    }
    uint8_t *data = sel_memory_resize(NULL, FILE_MAX, 1);
    size_t size = fread(data, 1, FILE_MAX, file);
    fclose(file);
    data = sel_memory_resize(data, size, 1); /* so that a byte too far is noticed */
    printf("%s: %zu bytes\n", path, size);
    fflush(stdout);
    LLVMFuzzerTestOneInput(data, size);
    sel_memory_resize(data, 0, 1);
    return true;
}

int main(int argc, char **argv)
{
    DIR *folder = argc == 2 ? opendir(argv[1]) : NULL;
    if (folder == NULL) {
        fprintf(stderr, "usage: %s FOLDER\n", argv[0]);
        return EXIT_FAILURE;
    }
    int count = 0;
    bool good = true;
    for (const struct dirent *entry; (entry = readdir(folder)) != NULL;) {
        char path[4096];
        if (entry->d_name[0] == '.')
            continue;
        snprintf(path, sizeof path, "%s/%s", argv[1], entry->d_name);
        good = replay(path) && good;
        count += 1;
    }
    closedir(folder);
    return good && count > 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
