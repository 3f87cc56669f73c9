/** overlap_review.h - pairs of records that may tell one programme: the list, and decisions. */
#ifndef CLI_OVERLAP_REVIEW_H
#define CLI_OVERLAP_REVIEW_H

#include "commands.h"

/** `overlap review`: pairs that wait for somebody, those that evidence joined, what was decided. */
command_run overlap_review;

/** `overlap decide A B same|different|related --by OFFICE`: keep what an office decides. */
command_run overlap_decide;

#endif
