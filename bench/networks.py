"""One-mode congruence by networkx's bipartite projection: python3 networks.py CLAIMS

CLAIMS has a line a claim: actor, topic, level of stance. Prints what networksChild.ts prints.
"""

import json
import resource
import sys
import time

import networkx as nx
from networkx.algorithms import bipartite

LEVELS = 3

with open(sys.argv[1], encoding="utf-8") as file:
    claims = [tuple(map(int, line.split())) for line in file]

begin = time.perf_counter()
graph = nx.Graph()
for actor, topic, level in claims:
    one, other = ("actor", actor), ("topic", topic)
    if not graph.has_edge(one, other):
        graph.add_edge(one, other, x=[0] * LEVELS)
    graph.edges[one, other]["x"][level] += 1


def congruence(graph, one, other):
    weight = 0.0
    for topic in set(graph[one]) & set(graph[other]):
        x, y = graph[one][topic]["x"], graph[other][topic]["x"]
        for k in range(LEVELS):
            if x[k]:
                for m in range(LEVELS):
                    weight += x[k] * y[m] * (1 - abs(k - m) / (LEVELS - 1))
    return weight


actors = [node for node in graph if node[0] == "actor"]
projected = bipartite.generic_weighted_projected_graph(graph, actors, congruence)
took = time.perf_counter() - begin

edges, total, mixed = 0, 0.0, 0.0
for (_, one), (_, other), weight in projected.edges(data="weight"):
    if weight:
        edges += 1
        total += weight
        mixed += weight * ((min(one, other) * 31 + max(one, other) * 17) % 1009)
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
print(json.dumps({"time": took * 1000, "peak": peak, "edges": edges, "sum": total, "mixed": mixed}))
