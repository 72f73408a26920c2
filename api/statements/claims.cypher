// Keyset: a page begins after the latest publication date and id that its cursor names.
MATCH (c:Claim)
WHERE ($topic IS NULL OR c.topic = $topic) AND ($lang IS NULL OR c.lang = $lang)
MATCH (s)-[r:SAID|STATES]->(c)
WHERE ($speaker IS NULL OR s.id = $speaker OR r.via = $speaker)
  AND ($stance IS NULL OR r.stance = $stance)
  AND ($since IS NULL OR r.published_at >= $since)
  AND ($until IS NULL OR r.published_at <= $until + '~')
WITH c, count(r) AS sentences, count(DISTINCT s) AS speakers,
     max(coalesce(r.published_at, '')) AS latest, min(r.published_at) AS first
WHERE $after IS NULL OR latest < $after[0] OR (latest = $after[0] AND c.id > $after[1])
RETURN c.id AS id, c.text AS text, c.lang AS lang, c.topic AS topic, sentences, speakers,
       first, nullIf(latest, '') AS latest, [latest, c.id] AS key
ORDER BY key[0] DESC, id
LIMIT $limit
