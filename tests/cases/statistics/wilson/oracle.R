# Rscript oracle.R, in this folder: makes few.expected.csv.
rows <- read.csv("few.csv")
out <- c()
for (i in seq_len(nrow(rows))) {
  ends <- suppressWarnings(prop.test(rows$met[i], rows$known[i], correct = FALSE)$conf.int)
  out <- c(out, sprintf("available_%d,1,0", i),
           sprintf("low_%d,%.15g,%s", i, ends[1], if (rows$met[i] == 0) "0" else "1e-12"),
           sprintf("high_%d,%.15g,%s", i, ends[2], if (rows$met[i] == rows$known[i]) "0" else "1e-12"))
}
writeLines(out, "few.expected.csv")
