# What the analysis below uses. Base R; foreign only to read SPSS files.

level_tail <- function() (1 - level) / 2

emit <- function(path, values) {
  for (i in seq_along(values)) {
    value <- values[[i]]
    at <- if (length(values) > 1) paste0(path, ".", i - 1) else path
    cat(at, "\t", if (is.na(value) || !is.finite(value)) "null" else sprintf("%.17g", value), "\n", sep = "")
  }
}

read_answers <- function(file, excel, columns, groups) {
  if (grepl("\\.z?sav$", file, ignore.case = TRUE)) {
    d <- suppressWarnings(foreign::read.spss(file, to.data.frame = TRUE, use.value.labels = FALSE,
      use.missings = TRUE, reencode = "UTF-8", trim_values = TRUE))
    for (g in groups) if (is.character(d[[g]]) || is.factor(d[[g]])) {
      d[[g]] <- trimws(as.character(d[[g]]))
      d[[g]][d[[g]] == ""] <- NA
    }
    return(d)
  }
  names <- c("", "NA", ".", "#NULL!", "NaN")
  read.table(file, header = TRUE, sep = if (excel) ";" else ",", dec = if (excel) "," else ".", quote = "\"",
    comment.char = "", na.strings = names, check.names = FALSE, strip.white = TRUE,
    fileEncoding = if (excel) "UTF-8-BOM" else "UTF-8")
}

# The mean of the answered items, when enough of them are there.
score_of <- function(items, minimum_answered) {
  answered <- rowSums(!is.na(items))
  needed <- max(1, ceiling(ncol(items) * minimum_answered - 1e-9))
  ifelse(answered >= needed, rowMeans(items, na.rm = TRUE), NA)
}

alpha_of <- function(covariances) {
  k <- ncol(covariances)
  k / (k - 1) * (1 - sum(diag(covariances)) / sum(covariances))
}

# Omega total: loadings on one factor by minimum residuals, uniquenesses 1 - loading^2.
omega_of <- function(r) {
  k <- ncol(r)
  if (k == 2) return(if (r[1, 2] > 0) 2 * r[1, 2] / (1 + r[1, 2]) else NA)
  off <- row(r) != col(r)
  residual <- function(l) sum(((r - tcrossprod(l))[off])^2)
  slope <- function(l) {
    left <- r - tcrossprod(l)
    diag(left) <- 0
    as.vector(-4 * left %*% l)
  }
  e <- eigen(r)
  start <- e$vectors[, 1] * sqrt(e$values[1]) * 0.9
  if (sum(start) < 0) start <- -start
  l <- optim(start, residual, slope, method = "BFGS", control = list(reltol = 1e-16, maxit = 2000))$par
  if (any(abs(l) >= 1) || any(l < 0)) return(NA)
  sum(l)^2 / (sum(l)^2 + sum(1 - l^2))
}

emit_scale <- function(path, items, score) {
  x <- as.matrix(items[complete.cases(items), , drop = FALSE])
  n <- nrow(x)
  k <- ncol(x)
  s <- cov(x)
  r <- suppressWarnings(cor(x))
  alpha <- alpha_of(s)
  tail <- level_tail()
  scored <- score[!is.na(score)]
  half <- qt(1 - tail, length(scored) - 1) * sd(scored) / sqrt(length(scored))
  between <- mean(r[row(r) != col(r)])
  emit(paste0(path, ".n"), n)
  emit(paste0(path, ".scored"), length(scored))
  emit(paste0(path, ".mean"), mean(scored))
  emit(paste0(path, ".sd"), sd(scored))
  emit(paste0(path, ".meanInterval"), mean(scored) + c(-half, half))
  emit(paste0(path, ".alpha"), alpha)
  emit(paste0(path, ".alphaInterval"), 1 - (1 - alpha) * qf(c(1 - tail, tail), n - 1, (n - 1) * (k - 1)))
  emit(paste0(path, ".standardisedAlpha"), k * between / (1 + (k - 1) * between))
  emit(paste0(path, ".omega"), omega_of(r))
  if (k == 2) emit(paste0(path, ".spearmanBrown"), 2 * r[1, 2] / (1 + r[1, 2]))
  for (i in seq_len(k)) {
    at <- paste0(path, ".itemStatistics.", i - 1)
    rest <- rowSums(x[, -i, drop = FALSE])
    emit(paste0(at, ".mean"), mean(x[, i]))
    emit(paste0(at, ".sd"), sd(x[, i]))
    emit(paste0(at, ".itemRest"), cor(x[, i], rest))
    emit(paste0(at, ".alphaIfDeleted"), if (k > 2) alpha_of(s[-i, -i]) else NA)
  }
}

orders <- function(n) {
  if (n == 1) return(matrix(1))
  smaller <- orders(n - 1)
  do.call(rbind, lapply(seq_len(n), function(i) cbind(i, matrix(seq_len(n)[-i][smaller], ncol = n - 1))))
}

# Two-sided p of a rank correlation: from every order up to nine rows (ties too), from t beyond.
spearman_p <- function(x, y, r) {
  n <- length(x)
  if (n < 3) return(NA)
  if (n > 9) return(2 * pt(-abs(r * sqrt((n - 2) / (1 - r^2))), n - 2))
  x <- rank(x)
  y <- rank(y)
  sums <- matrix(y[orders(n)], ncol = n) %*% x
  expected <- n * (n + 1)^2 / 4
  seen <- sum(x * y)
  min(1, 2 * mean(if (seen >= expected) sums >= seen - 1e-9 else sums <= seen + 1e-9))
}

# Kendall's tau-b: exact below fifty rows without ties, else normal without correction for continuity.
kendall_p <- function(x, y) {
  untied <- !anyDuplicated(x) && !anyDuplicated(y)
  if (untied && length(x) < 50) return(cor.test(x, y, method = "kendall", exact = TRUE)$p.value)
  suppressWarnings(cor.test(x, y, method = "kendall", exact = FALSE, continuity = FALSE))$p.value
}

emit_correlations <- function(path, d, method, listwise) {
  if (listwise) d <- d[complete.cases(d), , drop = FALSE]
  k <- ncol(d)
  p <- matrix(NA, k, k)
  for (i in seq_len(k)) for (j in seq_len(i - 1)) {
    both <- complete.cases(d[, c(i, j)])
    x <- d[both, i]
    y <- d[both, j]
    n <- length(x)
    r <- suppressWarnings(cor(x, y, method = method))
    p[i, j] <- p[j, i] <- if (is.na(r)) NA else switch(method,
      pearson = 2 * pt(-abs(r * sqrt((n - 2) / (1 - r^2))), n - 2),
      spearman = spearman_p(x, y, r),
      kendall = kendall_p(x, y))
    variance <- switch(method, pearson = 1, spearman = 1 + r^2 / 2, kendall = 0.437) / (n - if (method == "kendall") 4 else 3)
    half <- qnorm(1 - level_tail()) * sqrt(variance)
    cell <- paste0(".", i - 1, ".", j - 1)
    emit(paste0(path, ".r", cell), r)
    emit(paste0(path, ".p", cell), p[i, j])
    emit(paste0(path, ".n", cell), n)
    if (!is.na(r) && abs(r) < 1 && variance > 0) emit(paste0(path, ".interval", cell), tanh(atanh(r) + c(-half, half)))
  }
  lower <- which(row(p) > col(p), arr.ind = TRUE)
  holm <- p.adjust(p[lower], "holm")
  hochberg <- p.adjust(p[lower], "BH")
  for (i in seq_len(nrow(lower))) {
    cell <- paste0(".", lower[i, 1] - 1, ".", lower[i, 2] - 1)
    emit(paste0(path, ".pHolm", cell), holm[i])
    emit(paste0(path, ".pBenjaminiHochberg", cell), hochberg[i])
  }
}

# The same rows in every step: those that have the outcome and every predictor.
emit_regression <- function(path, d, outcome, blocks, robust, cluster) {
  everything <- c(outcome, unlist(blocks))
  kept <- complete.cases(d[everything])
  d <- d[kept, ]
  cluster <- cluster[kept]
  emit(paste0(path, ".n"), nrow(d))
  formula <- function(predictors) reformulate(sprintf("`%s`", predictors), as.name(outcome))
  before <- NULL
  predictors <- character()
  tail <- level_tail()
  for (b in seq_along(blocks)) {
    at <- paste0(path, ".steps.", b - 1)
    predictors <- c(predictors, blocks[[b]])
    fit <- lm(formula(predictors), d)
    s <- summary(fit)
    df <- s$fstatistic[2:3]
    r2 <- if (is.null(before)) 0 else summary(before)$r.squared
    change <- ((s$r.squared - r2) / length(blocks[[b]])) / ((1 - s$r.squared) / df[2])
    emit(paste0(at, ".r2"), s$r.squared)
    emit(paste0(at, ".adjustedR2"), s$adj.r.squared)
    emit(paste0(at, ".standardError"), s$sigma)
    emit(paste0(at, ".f"), s$fstatistic[1])
    emit(paste0(at, ".df"), df)
    emit(paste0(at, ".p"), pf(s$fstatistic[1], df[1], df[2], lower.tail = FALSE))
    emit(paste0(at, ".r2Change"), s$r.squared - r2)
    emit(paste0(at, ".fChange"), change)
    emit(paste0(at, ".fChangeP"), pf(change, length(blocks[[b]]), df[2], lower.tail = FALSE))
    for (i in 0:length(predictors)) {
      one <- paste0(at, ".coefficients.", i)
      row <- s$coefficients[i + 1, ]
      emit(paste0(one, ".b"), row[1])
      emit(paste0(one, ".se"), row[2])
      emit(paste0(one, ".interval"), row[1] + c(-1, 1) * qt(1 - tail, df[2]) * row[2])
      emit(paste0(one, ".t"), row[3])
      emit(paste0(one, ".p"), row[4])
      if (i == 0) next
      tolerance <- if (length(predictors) > 1) {
        others <- lm(reformulate(sprintf("`%s`", predictors[-i]), as.name(predictors[i])), d)
        1 - summary(others)$r.squared
      } else 1
      emit(paste0(one, ".beta"), row[1] * sd(d[[predictors[i]]]) / sd(d[[outcome]]))
      emit(paste0(one, ".vif"), 1 / tolerance)
      emit(paste0(one, ".tolerance"), tolerance)
    }
    before <- fit
  }
  e <- residuals(before)
  emit(paste0(path, ".durbinWatson"), sum(diff(e)^2) / sum(e^2))
  if (robust != "") emit_robust(paste0(path, ".robust"), before, robust, cluster)
}

emit_robust <- function(path, fit, kind, cluster) {
  x <- model.matrix(fit)
  e <- residuals(fit)
  n <- nrow(x)
  bread <- solve(crossprod(x))
  if (kind == "hc3") {
    meat <- crossprod(x * (e / (1 - hatvalues(fit))))
    df <- n - ncol(x)
  } else {
    groups <- length(unique(cluster))
    meat <- crossprod(rowsum(x * e, cluster)) * groups / (groups - 1) * (n - 1) / (n - ncol(x))
    df <- groups - 1
  }
  se <- sqrt(diag(bread %*% meat %*% bread))
  b <- coef(fit)
  for (i in seq_along(b)) {
    at <- paste0(path, ".coefficients.", i - 1)
    emit(paste0(at, ".se"), se[i])
    emit(paste0(at, ".t"), b[i] / se[i])
    emit(paste0(at, ".p"), 2 * pt(-abs(b[i] / se[i]), df))
    emit(paste0(at, ".interval"), b[i] + c(-1, 1) * qt(1 - level_tail(), df) * se[i])
  }
}

# Hedges' exact factor for small samples.
small_sample <- function(df) exp(lgamma(df / 2) - log(sqrt(df / 2)) - lgamma((df - 1) / 2))

emit_test <- function(path, n, statistic, df, p, difference = NULL, interval = NULL, effect = NULL) {
  emit(paste0(path, ".n"), n)
  emit(paste0(path, ".statistic"), statistic)
  if (!is.null(df)) emit(paste0(path, ".df"), df)
  if (!is.null(p)) emit(paste0(path, ".p"), p)
  if (!is.null(difference)) emit(paste0(path, ".difference"), difference)
  if (!is.null(interval)) emit(paste0(path, ".interval"), interval)
  if (!is.null(effect)) emit(paste0(path, ".effect.value"), effect)
}

paired_test <- function(path, kind, before, after) {
  both <- complete.cases(before, after)
  x <- before[both]
  y <- after[both]
  if (kind == "paired-t") {
    t <- t.test(y, x, paired = TRUE, conf.level = level)
    g <- small_sample(length(x) - 1) * mean(y - x) / sqrt((var(x) + var(y)) / 2)
    return(emit_test(path, length(x), t$statistic, t$parameter, t$p.value, mean(y - x), t$conf.int, g))
  }
  d <- y - x
  changed <- d[d != 0]
  exact <- !anyDuplicated(abs(changed)) && length(changed) == length(d) && length(d) < 50
  w <- suppressWarnings(wilcox.test(y, x, paired = TRUE, exact = exact, correct = FALSE))
  emit_test(path, length(x), w$statistic, NULL, w$p.value,
    effect = 2 * w$statistic / (length(changed) * (length(changed) + 1) / 2) - 1)
}

between_test <- function(path, kind, outcome, group, groups) {
  known <- !is.na(outcome) & !is.na(group)
  if (is.null(groups)) groups <- sort(unique(group[known]))
  x <- outcome[known & group == groups[[1]]]
  y <- outcome[known & group == groups[[2]]]
  if (kind == "mann-whitney") {
    exact <- !anyDuplicated(c(x, y)) && length(x) < 50 && length(y) < 50
    w <- suppressWarnings(wilcox.test(x, y, exact = exact, correct = FALSE))
    return(emit_test(path, length(x) + length(y), w$statistic, NULL, w$p.value,
      effect = 2 * w$statistic / (length(x) * length(y)) - 1))
  }
  t <- t.test(x, y, var.equal = kind == "independent-t", conf.level = level)
  df <- length(x) + length(y) - 2
  pooled <- sqrt(((length(x) - 1) * var(x) + (length(y) - 1) * var(y)) / df)
  difference <- mean(x) - mean(y)
  emit_test(path, length(x) + length(y), t$statistic, t$parameter, t$p.value, difference, t$conf.int,
    small_sample(df) * difference / pooled)
}

among_test <- function(path, kind, outcome, group) {
  known <- !is.na(outcome) & !is.na(group)
  x <- outcome[known]
  g <- factor(group[known])
  if (kind == "kruskal-wallis") {
    h <- kruskal.test(x, g)
    return(emit_test(path, length(x), h$statistic, h$parameter, h$p.value, effect = h$statistic / (length(x) - 1)))
  }
  table <- anova(lm(x ~ g))
  f <- table[["F value"]][1]
  if (kind == "anova")
    return(emit_test(path, length(x), f, table$Df, table[["Pr(>F)"]][1], effect = table[["Sum Sq"]][1] / sum(table[["Sum Sq"]])))
  ms <- table[["Mean Sq"]]
  sizes <- tapply(x, g, length)
  n0 <- (length(x) - sum(sizes^2) / length(x)) / table$Df[1]
  bound <- f / qf(c(1 - level_tail(), level_tail()), table$Df[1], table$Df[2])
  emit_test(path, length(x), (ms[1] - ms[2]) / (ms[1] + (n0 - 1) * ms[2]), table$Df, table[["Pr(>F)"]][1],
    interval = (bound - 1) / (bound + n0 - 1), effect = (ms[1] - ms[2]) / ms[1])
}

agreement_test <- function(path, items, group, options) {
  known <- complete.cases(items) & !is.na(group)
  items <- items[known, , drop = FALSE]
  expected <- (options^2 - 1) / 12
  found <- sapply(split(items, group[known]), function(x) {
    if (nrow(x) < 2) return(NA)
    variance <- mean(apply(x, 2, var))
    share <- 1 - variance / expected
    if (share <= 0) 0 else ncol(x) * share / (ncol(x) * share + variance / expected)
  })
  found <- found[!is.na(found)]
  emit(paste0(path, ".statistic"), median(found))
  emit(paste0(path, ".effect.value"), mean(found >= 0.7))
}
