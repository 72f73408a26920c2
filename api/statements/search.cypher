// Keyset: a page begins after the score and id that its cursor names. Texts are only touched for
// the rows of the page, and only the surroundings of the first word found leave the store.
CALL db.index.fulltext.queryNodes($index, $query) YIELD node, score
WHERE (size($types) = 0 OR any(label IN labels(node) WHERE label IN $types))
  AND ($after IS NULL OR score < toFloat($after[0])
       OR (score = toFloat($after[0]) AND node.id > $after[1]))
WITH node, score
ORDER BY score DESC, node.id
LIMIT $limit
WITH node, score, coalesce(node.text, '') AS text
WITH node, score, text,
     [word IN $words WHERE toLower(text) CONTAINS word | size(split(toLower(text), word)[0])] AS places
WITH node, score, text,
     reduce(first = 1000000000, place IN places | CASE WHEN place < first THEN place ELSE first END) AS place
RETURN labels(node) AS labels, node.id AS id,
       coalesce(node.name, node.title, left(node.text, 120)) AS name, score,
       substring(text, CASE WHEN place > 1000000 OR place < 80 THEN 0 ELSE place - 80 END, 240) AS excerpt,
       node.published_at AS published_at, [toString(score), node.id] AS key
ORDER BY score DESC, id
