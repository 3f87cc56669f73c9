/** fault_vfs.h - a disk that fails: a layer over SQLite's own file system.
 *
 * Writes, syncs, truncations and deletions are counted, or else reads; the
 * n-th one fails with a chosen code, once or from then on. */
#ifndef SEL_TESTS_FAULT_VFS_H
#define SEL_TESTS_FAULT_VFS_H

#include <stdbool.h>

/** Make the layer the default file system of SQLite, without faults. */
void fault_vfs_install(void);

/** Fail operation number `at` from 1, counted from this call, with this SQLite code; every later
 *  one too when it is lasting. A write that fails leaves the first half of its bytes. */
void fault_vfs_set(int at, bool lasting, int code);

/** The same for reading. */
void fault_vfs_set_reading(int at, bool lasting, int code);

/** No more faults; whether one happened since fault_vfs_set. */
bool fault_vfs_clear(void);

#endif
