# Rscript oracle.R, in this folder.
fractional <- function(place) (rank(place, ties.method = "average") - .5) / length(place)
population_cov <- function(x, y) mean(x * y) - mean(x) * mean(y)
index <- function(y, place) 2 * population_cov(y, fractional(place)) / mean(y)
for (name in c("states", "last", "first")) {
  rows <- read.csv(paste0(name, ".csv"))
  y <- rows$amount
  r <- fractional(rows$place)
  n <- length(y)
  c <- index(y, rows$place)
  left <- 2 * population_cov(r, r) * y / mean(y)
  stopifnot(abs(coef(lm(left ~ r))[["r"]] - c) < 1e-12) # their convenient regression
  before <- sapply(rows$place, function(p) sum(y[rows$place < p])) / sum(y)
  up_to <- sapply(rows$place, function(p) sum(y[rows$place <= p])) / sum(y)
  a <- y / mean(y) * (2 * r - 1 - c) + 2 - before - up_to
  error <- sqrt((mean(a^2) - (1 + c)^2) / n)
  if (name == "states") {
    left_out <- sapply(seq_len(n), function(i) index(y[-i], rows$place[-i]))
    jackknife <- sqrt((n - 1) / n * sum((left_out - mean(left_out))^2))
    cat("error", error, "jackknife", jackknife, "\n")
    stopifnot(abs(error / jackknife - 1) < .2)
  }
  writeLines(c("available,1,0", sprintf("index,%.15g,1e-13", c), sprintf("error,%.15g,1e-12", error)),
             paste0(name, ".expected.csv"))
}
