/** csv_field.h - one field of a CSV file, as RFC 4180 wants it. */
#ifndef SEL_REPORT_CSV_FIELD_H
#define SEL_REPORT_CSV_FIELD_H

#include "report/stream.h"

/** Write field, in quotes where it holds a comma, a quote, a line end or a blank at an end. */
void sel_csv_field_put(sel_output *out, sel_str field);

#endif
