# Rscript oracle.R, in this folder: makes few.expected.csv and gsl_nan.expected.csv.
for (name in c("few", "gsl_nan")) {
  rows <- read.csv(paste0(name, ".csv"))
  out <- c()
  for (i in seq_len(nrow(rows))) {
    ends <- binom.test(rows$met[i], rows$known[i])$conf.int
    out <- c(out, sprintf("available_%d,1,0", i), sprintf("low_%d,%.15g,1e-11", i, ends[1]),
             sprintf("high_%d,%.15g,1e-11", i, ends[2]))
  }
  writeLines(out, paste0(name, ".expected.csv"))
}
