/** store_file.h - stores that a bench makes and throws away. */
#ifndef SEL_TESTS_BENCH_STORE_FILE_H
#define SEL_TESTS_BENCH_STORE_FILE_H

#include <stdio.h>

/** Remove a store, if it is there, and what SQLite keeps beside it. */
static inline void remove_store(const char *path)
{
    static const char *const endings[] = {"", "-wal", "-shm", "-journal"};
    for (size_t i = 0; i < sizeof endings / sizeof endings[0]; i++) {
        char name[1024];
        int length = snprintf(name, sizeof name, "%s%s", path, endings[i]);
        if (length > 0 && (size_t)length < sizeof name)
            remove(name);
    }
}

#endif
