#include "fault_vfs.h"

#include <sqlite3.h>
#include <string.h>

/* An open file: what SQLite sees, then the real file. */
typedef struct layered {
    sqlite3_file base;
    sqlite3_file *real;
} layered;

static struct {
    sqlite3_vfs vfs;
    sqlite3_vfs *real;
    int count;
    int at; /* 0: no fault */
    bool lasting;
    bool reading; /* reads fail, not changes */
    int code;
    bool happened;
} disk;

void fault_vfs_set(int at, bool lasting, int code)
{
    disk.count = 0;
    disk.at = at;
    disk.lasting = lasting;
    disk.reading = false;
    disk.code = code;
    disk.happened = false;
}

void fault_vfs_set_reading(int at, bool lasting, int code)
{
    fault_vfs_set(at, lasting, code);
    disk.reading = true;
}

bool fault_vfs_clear(void)
{
    disk.at = 0;
    return disk.happened;
}

static bool fails(bool reading)
{
    if (disk.at == 0 || disk.reading != reading)
        return false;
    disk.count += 1;
    bool now = disk.count == disk.at || (disk.lasting && disk.count > disk.at);
    disk.happened = disk.happened || now;
    return now;
}

static sqlite3_file *real_of(sqlite3_file *file)
{
    return ((layered *)file)->real;
}

static int close_file(sqlite3_file *file)
{
    return real_of(file)->pMethods->xClose(real_of(file));
}

static int read_file(sqlite3_file *file, void *bytes, int length, sqlite3_int64 offset)
{
    if (fails(true))
        return disk.code;
    return real_of(file)->pMethods->xRead(real_of(file), bytes, length, offset);
}

static int write_file(sqlite3_file *file, const void *bytes, int length, sqlite3_int64 offset)
{
    if (fails(false)) {
        real_of(file)->pMethods->xWrite(real_of(file), bytes, length / 2, offset);
        return disk.code;
    }
    return real_of(file)->pMethods->xWrite(real_of(file), bytes, length, offset);
}

static int truncate_file(sqlite3_file *file, sqlite3_int64 size)
{
    return fails(false) ? disk.code : real_of(file)->pMethods->xTruncate(real_of(file), size);
}

static int sync_file(sqlite3_file *file, int flags)
{
    /* Nothing is lost by power cuts here, so waiting for the real disk would show nothing. */
    (void)file;
    (void)flags;
    return fails(false) ? disk.code : SQLITE_OK;
}

static int file_size(sqlite3_file *file, sqlite3_int64 *size)
{
    return real_of(file)->pMethods->xFileSize(real_of(file), size);
}

static int lock_file(sqlite3_file *file, int level)
{
    return real_of(file)->pMethods->xLock(real_of(file), level);
}

static int unlock_file(sqlite3_file *file, int level)
{
    return real_of(file)->pMethods->xUnlock(real_of(file), level);
}

static int check_reserved(sqlite3_file *file, int *reserved)
{
    return real_of(file)->pMethods->xCheckReservedLock(real_of(file), reserved);
}

static int control_file(sqlite3_file *file, int operation, void *argument)
{
    return real_of(file)->pMethods->xFileControl(real_of(file), operation, argument);
}

static int sector_size(sqlite3_file *file)
{
    return real_of(file)->pMethods->xSectorSize(real_of(file));
}

static int characteristics(sqlite3_file *file)
{
    return real_of(file)->pMethods->xDeviceCharacteristics(real_of(file));
}

static int map_shared(sqlite3_file *file, int page, int size, int extend, void volatile **where)
{
    return real_of(file)->pMethods->xShmMap(real_of(file), page, size, extend, where);
}

static int lock_shared(sqlite3_file *file, int offset, int count, int flags)
{
    return real_of(file)->pMethods->xShmLock(real_of(file), offset, count, flags);
}

static void shared_barrier(sqlite3_file *file)
{
    real_of(file)->pMethods->xShmBarrier(real_of(file));
}

static int unmap_shared(sqlite3_file *file, int remove)
{
    return real_of(file)->pMethods->xShmUnmap(real_of(file), remove);
}

static const sqlite3_io_methods methods = {
    .iVersion = 2,
    .xClose = close_file,
    .xRead = read_file,
    .xWrite = write_file,
    .xTruncate = truncate_file,
    .xSync = sync_file,
    .xFileSize = file_size,
    .xLock = lock_file,
    .xUnlock = unlock_file,
    .xCheckReservedLock = check_reserved,
    .xFileControl = control_file,
    .xSectorSize = sector_size,
    .xDeviceCharacteristics = characteristics,
    .xShmMap = map_shared,
    .xShmLock = lock_shared,
    .xShmBarrier = shared_barrier,
    .xShmUnmap = unmap_shared,
};

static int open_file(sqlite3_vfs *vfs, const char *name, sqlite3_file *file, int flags,
                     int *out_flags)
{
    (void)vfs;
    layered *opened = (layered *)file;
    opened->real = (sqlite3_file *)(opened + 1);
    int code = disk.real->xOpen(disk.real, name, opened->real, flags, out_flags);
    file->pMethods = code == SQLITE_OK ? &methods : NULL;
    return code;
}

static int delete_file(sqlite3_vfs *vfs, const char *name, int sync_folder)
{
    (void)vfs;
    return fails(false) ? disk.code : disk.real->xDelete(disk.real, name, sync_folder);
}

void fault_vfs_install(void)
{
    if (disk.real != NULL)
        return;
    disk.real = sqlite3_vfs_find(NULL);
    disk.vfs = *disk.real;
    disk.vfs.zName = "selaras-faults";
    disk.vfs.szOsFile = (int)sizeof(layered) + disk.real->szOsFile;
    disk.vfs.xOpen = open_file;
    disk.vfs.xDelete = delete_file;
    sqlite3_vfs_register(&disk.vfs, 1);
}
