/** store_lists.h - plain lists of what a store holds, one function each. Private to work; lists.c
 * has their table. */
#ifndef SEL_WORK_STORE_LISTS_H
#define SEL_WORK_STORE_LISTS_H

#include "work/lists.h"

sel_list_fill sel_list_answers;
sel_list_fill sel_list_changes;
sel_list_fill sel_list_findings;
sel_list_fill sel_list_programmes;
sel_list_fill sel_list_quality;
sel_list_fill sel_list_requests;
sel_list_fill sel_list_set_aside;
sel_list_fill sel_list_sources;
sel_list_fill sel_list_vanished;

#endif
