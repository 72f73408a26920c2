// Follows the search for `p`, the shortest chains between two known ends. Parallel sentences make
// parallel chains, so more are fetched than asked for; one sentence stands for each step.
WITH DISTINCT nodes(p) AS chain, [n IN nodes(p) | n.id] AS ids
WHERE all(id IN ids WHERE single(same IN ids WHERE same = id))
WITH chain, ids
ORDER BY size(ids), ids
LIMIT $k
WITH collect(chain) AS chains
UNWIND range(0, size(chains) - 1) AS i
UNWIND range(0, size(chains[i]) - 2) AS j
WITH i, j, chains[i][j] AS x, chains[i][j + 1] AS y
