# The published analysis in R's best vectorised way: one cross product a scale, ranks by counting, normal equations.
# Arguments: file of bytes (54 columns after one another), rows, repetitions. Prints the median milliseconds.
args <- commandArgs(TRUE)
n <- as.integer(args[2])
times <- as.integer(args[3])
items <- matrix(as.integer(readBin(args[1], "raw", n * 54)), n, 54)
sizes <- c(5, 5, 3, 7, 3, 3, 2, 3, 2, 2, 3, 3, 3, 3)
ends <- cumsum(sizes)
analysis <- function() {
  scores <- matrix(0, n, 15)
  alphas <- vector("list", 14)
  for (i in 1:14) {
    k <- sizes[i]
    x <- items[, (ends[i] - k + 1):ends[i]] + 0
    means <- colMeans(x)
    s <- (crossprod(x) - n * tcrossprod(means)) / (n - 1)
    v <- diag(s)
    total <- sum(s)
    rows <- rowSums(s)
    rest <- total - 2 * rows + v
    r <- s / sqrt(tcrossprod(v))
    mean_r <- (sum(r) - k) / (k * (k - 1))
    alpha <- k / (k - 1) * (1 - sum(v) / total)
    alphas[[i]] <- list(alpha = alpha, standardised = k * mean_r / (1 + (k - 1) * mean_r), means = means, sds = sqrt(v),
      itemRest = (rows - v) / sqrt(v * rest), deleted = (k - 1) / (k - 2) * (1 - (sum(v) - v) / rest),
      interval = 1 - (1 - alpha) * qf(c(0.975, 0.025), n - 1, (n - 1) * (k - 1)))
    scores[, i] <- rowSums(x)
  }
  scores[, 15] <- items[, 48]
  ranks <- apply(scores, 2, function(x) {
    counts <- tabulate(x + 1L)
    (cumsum(counts) - (counts - 1) / 2)[x + 1L] - (n + 1) / 2
  })
  products <- crossprod(ranks)
  lengths <- sqrt(diag(products))
  rho <- products / tcrossprod(lengths)
  p <- 2 * pt(-abs(rho) * sqrt((n - 2) / pmax(1 - rho^2, 1e-300)), n - 2)
  scores <- scores / rep(c(sizes, 1), each = n)
  used <- scores[, c(5:10, 1:4, 12:14)]
  centred <- used - rep(colMeans(used), each = n)
  cross <- crossprod(centred)
  regressions <- lapply(11:13, function(y) {
    steps <- lapply(c(6, 10), function(k) {
      inverse <- chol2inv(chol(cross[1:k, 1:k]))
      b <- drop(inverse %*% cross[1:k, y])
      rss <- cross[y, y] - sum(b * cross[1:k, y])
      se <- sqrt(rss / (n - k - 1) * diag(inverse))
      list(b = b, se = se, p = 2 * pt(-abs(b / se), n - k - 1), r2 = 1 - rss / cross[y, y], rss = rss, vif = diag(inverse) * diag(cross)[1:k])
    })
    f <- (steps[[1]]$rss - steps[[2]]$rss) / 4 / (steps[[2]]$rss / (n - 11))
    e <- centred[, y] - drop(centred[, 1:10] %*% steps[[2]]$b)
    list(steps = steps, change = pf(f, 4, n - 11, lower.tail = FALSE), watson = sum(diff(e)^2) / sum(e^2))
  })
  list(alphas = alphas, rho = rho, p = p, regressions = regressions)
}
found <- analysis()
took <- numeric(times)
for (i in seq_len(times)) {
  begun <- proc.time()[["elapsed"]]
  inner <- max(1, round(2e4 / n))
  for (j in seq_len(inner)) analysis()
  took[i] <- (proc.time()[["elapsed"]] - begun) / inner * 1000
}
last <- found$regressions[[1]]
cat(sprintf("%.6f %.15g %.15g %.15g\n", median(took), found$alphas[[1]]$alpha, found$rho[1, 2], last$watson))
