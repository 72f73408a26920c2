// Keyset: a page begins after the publication date and id that its cursor names. Texts are only
// touched for the rows of the page.
MATCH (d:Document)
WHERE ($outlet IS NULL OR toLower(d.outlet) = toLower($outlet))
  AND ($lang IS NULL OR d.lang = $lang)
  AND ($since IS NULL OR d.published_at >= $since)
  AND ($until IS NULL OR d.published_at <= $until + '~')
WITH d, coalesce(d.published_at, '') AS published
WHERE $after IS NULL OR published < $after[0] OR (published = $after[0] AND d.id > $after[1])
WITH d, published
ORDER BY published DESC, d.id
LIMIT $limit
RETURN d.id AS id, d.title AS title, d.url AS url, d.outlet AS outlet, d.lang AS lang,
       d.published_at AS published_at, size(d.text) AS length, [published, d.id] AS key
ORDER BY published DESC, id
