# Rscript oracle.R, in this folder.
fractional <- function(place) (rank(place, ties.method = "average") - .5) / length(place)
index <- function(y, place) {
  r <- fractional(place)
  2 * (mean(y * r) - mean(y) * mean(r)) / mean(y)
}
for (name in c("states", "by_need", "same_need")) {
  rows <- read.csv(paste0(name, ".csv"))
  expected <- if (name == "same_need") rep(mean(rows$amount), nrow(rows))
              else fitted(lm(amount ~ need, rows))
  inequity <- index(rows$amount, rows$place) - index(expected, rows$place)
  writeLines(c("has_inequity,1,0", sprintf("inequity,%.15g,1e-12", inequity),
               sprintf("expected_%d,%.15g,1e-11", seq_along(expected), expected)),
             paste0(name, ".expected.csv"))
}
