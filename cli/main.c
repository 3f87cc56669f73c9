#include "selaras.h"

int main(void)
{
    sel_error err = {0};
    if (sel_init(&err) != SEL_OK) {
        fprintf(stderr, "selaras: %s\n", err.message);
        return 1;
    }
    printf("selaras %s\n", sel_version());
    return 0;
}
