#include "base/progress.h"

#include <inttypes.h>
#include <stdio.h>

enum { STEP = 1000 };

void sel_progress_step(sel_progress *progress)
{
    if (progress == NULL || !progress->shown || ++progress->done < progress->next)
        return;
    progress->next = progress->done + STEP;
    fprintf(stderr, "\r%s: %" PRIu64, progress->what, progress->done);
}

void sel_progress_end(sel_progress *progress)
{
    if (progress == NULL || !progress->shown || progress->next == 0)
        return;
    fprintf(stderr, "\r\033[K");
    progress->next = 0;
}
