# Reads what `policy-annotator network` wrote: a network as GraphML, and a matrix as CSV. Needs networkx.
import csv

import networkx

graph = networkx.read_graphml("actors.graphml")
label = networkx.get_node_attributes(graph, "label")
agreeing = graph.edge_subgraph((a, b) for a, b, weight in graph.edges(data="weight") if weight > 0)
print(f"{len(graph)} actors, {graph.size()} ties, {agreeing.size()} of them agree more than they differ")
strength = dict(agreeing.degree(weight="weight"))
for node in sorted(strength, key=lambda node: (-strength[node], label[node]))[:3]:
    print(f"  {label[node]}: {strength[node]:.2f}")

with open("sides.csv", encoding="utf-8", newline="") as lines:
    header, *rows = csv.reader(lines)
sides = networkx.Graph()
for actor, *cells in rows:
    for topic, cell in zip(header[1:], cells):
        if float(cell) != 0:
            sides.add_edge(actor, topic, weight=float(cell))
busiest = max(header[1:], key=lambda topic: (sides.degree(topic), topic))
print(f"{sides.degree(busiest)} actors take sides on: {busiest}")
