# Reads what `policy-annotator network` wrote: a network as GraphML, and a matrix as CSV. Needs igraph.
suppressPackageStartupMessages(library(igraph))

graph <- read_graph("actors.graphml", format = "graphml")
agreeing <- subgraph.edges(graph, E(graph)[weight > 0])
cat(vcount(graph), "actors,", ecount(graph), "ties,", ecount(agreeing), "of them agree more than they differ\n")
weights <- strength(agreeing)
for (node in order(-weights, V(agreeing)$label)[1:3]) cat(sprintf("  %s: %.2f\n", V(agreeing)$label[node], weights[node]))

sides <- as.matrix(read.csv("sides.csv", row.names = 1, check.names = FALSE))
taken <- colSums(sides != 0)
busiest <- names(taken)[max(which(taken == max(taken)))]
cat(sprintf("%d actors take sides on: %s\n", taken[[busiest]], busiest))
