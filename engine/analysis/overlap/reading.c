#include "analysis/overlap/reading.h"

enum { STRONG_PPM = 700000, HALF_PPM = 500000 };

static bool at_threshold(const sel_reading_end *end, uint32_t threshold_ppm)
{
    return end->s_ppm >= threshold_ppm || end->t_ppm >= threshold_ppm;
}

sel_reading sel_reading_cell(const sel_reading_end *end, uint32_t threshold_ppm)
{
    static const sel_reading cells[2][4] = {
        {SEL_READ_TALK_FIRST, SEL_READ_TALK, SEL_READ_FITS_NOTED, SEL_READ_WATCH},
        {SEL_READ_TALK, SEL_READ_WATCH, SEL_READ_FITS, SEL_READ_FITS_NOTED},
    };
    if (!at_threshold(end, threshold_ppm))
        return SEL_READ_FITS;
    int row = end->s_ppm >= STRONG_PPM ? 0 : 1;
    int column = end->need_unknown ? 3 : end->red_ppm >= HALF_PPM ? 0 : end->red_ppm > 0 ? 1 : 2;
    return cells[row][column];
}

static int at_most(int reading, int limit)
{
    return reading < limit ? reading : limit;
}

/* Reading of one end after everything but coordination. */
static int read_end(const sel_reading_facts *facts, const sel_reading_end *end, bool possible)
{
    if (!at_threshold(end, facts->threshold_ppm))
        return SEL_READ_FITS;
    int reading = (int)sel_reading_cell(end, facts->threshold_ppm);
    if (facts->factors < 4)
        reading = at_most(reading, SEL_READ_TALK);
    if (possible && reading > 0)
        reading--;
    if (facts->ordinal)
        reading = at_most(reading, SEL_READ_TALK);
    if (!end->substantial)
        reading = at_most(reading, SEL_READ_WATCH);
    return reading;
}

sel_reading sel_reading_of(const sel_reading_facts *facts)
{
    int low = read_end(facts, &facts->low, false);
    int high = read_end(facts, &facts->high, true);
    int reading = low > high ? low : high;
    int least = reading > SEL_READ_FITS_NOTED ? SEL_READ_FITS_NOTED : SEL_READ_FITS;
    if (facts->high.need_unknown && at_threshold(&facts->high, facts->threshold_ppm))
        least = SEL_READ_FITS_NOTED;
    reading -= facts->coordination_keys;
    return (sel_reading)(reading > least ? reading : least);
}
