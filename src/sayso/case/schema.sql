-- documents: One row a file in the case's documents folder, readable or not.
CREATE TABLE documents (
  number INTEGER PRIMARY KEY,        -- of no meaning beyond this database
  path TEXT NOT NULL UNIQUE,         -- relative to documents/, with forward slashes
  id TEXT NOT NULL,                  -- hash of the stored text
  title TEXT,
  publisher TEXT,
  author TEXT,
  published TEXT,                    -- ISO date, whole or partial
  url TEXT,
  language TEXT,                     -- ISO 639-1 code
  sha256 TEXT NOT NULL,              -- of the file's bytes
  faults TEXT NOT NULL,              -- JSON list of words
  readable INTEGER NOT NULL,         -- 0 if the file could not be read at all; faults say why
  text TEXT NOT NULL,                -- the stored text; every offset in this database counts its characters
  key TEXT NOT NULL,                 -- hash of the file, its sidecar, the reader and the pipeline: read again when it changes
  record TEXT NOT NULL               -- its line of out/data/documents.jsonl
);

-- blocks: The headings, paragraphs, list items and table rows of each document.
CREATE TABLE blocks (
  document TEXT NOT NULL,            -- path
  number INTEGER NOT NULL,           -- place in the document, from 0
  kind TEXT NOT NULL,                -- heading, paragraph, item or row
  start INTEGER NOT NULL,            -- inclusive
  end_exclusive INTEGER NOT NULL,
  level INTEGER NOT NULL,            -- rank of a heading, depth of an item, else 0
  parent INTEGER,                    -- number of the block that governs it
  cells TEXT NOT NULL,               -- JSON list of [start, end_exclusive], one a cell of a row
  PRIMARY KEY (document, number)
) WITHOUT ROWID;

-- attributions: Who is quoted where, one row a source-content relation found in a text.
CREATE TABLE attributions (
  document TEXT NOT NULL,            -- path
  number INTEGER NOT NULL,           -- place in the document, from 0
  name TEXT,                         -- the source's canonical name
  date TEXT,                         -- ISO date of the source's own publication
  source TEXT,                       -- the words that name the source
  cue TEXT,                          -- the words that make it speak
  content TEXT,                      -- what it is made to say
  stance INTEGER NOT NULL,           -- 1 if the source only holds it (wants, favours, keeps to itself) and no claim rests on it
  record TEXT NOT NULL,              -- its line of out/data/attributions.jsonl
  PRIMARY KEY (document, number)
) WITHOUT ROWID;

-- claims: One row a claim, with what every kind has; the record has the rest.
CREATE TABLE claims (
  number INTEGER PRIMARY KEY,        -- of no meaning beyond this database
  document TEXT NOT NULL,            -- path
  place INTEGER NOT NULL,            -- place in the document, from 0
  id TEXT NOT NULL,
  kind TEXT NOT NULL,                -- figure, influence, flow, tie, act or statement
  start INTEGER NOT NULL,            -- of the passage, inclusive
  end_exclusive INTEGER NOT NULL,
  text TEXT NOT NULL,                -- the passage, as it stands in the document
  origin TEXT,                       -- the last voice of the attribution; null where the document speaks for itself
  modality TEXT NOT NULL,
  certainty_low REAL NOT NULL,       -- 0 to 1
  certainty_high REAL NOT NULL,
  negated INTEGER NOT NULL,          -- 0 or 1
  record TEXT NOT NULL,              -- its line of out/data/claims.jsonl
  UNIQUE (document, place)
);
CREATE INDEX claims_by_id ON claims (id);

-- suggestions: What one witness alone saw on weak grounds: claims that stay out of the findings.
CREATE TABLE suggestions (
  document TEXT NOT NULL,            -- path
  place INTEGER NOT NULL,            -- place among the document's suggestions, from 0
  id TEXT NOT NULL,
  record TEXT NOT NULL,              -- its line of out/data/suggestions.jsonl
  PRIMARY KEY (document, place)
) WITHOUT ROWID;

-- pages: What the pages show of each document, kept so that an unchanged document is not laid out again.
CREATE TABLE pages (
  document TEXT PRIMARY KEY,         -- path
  name TEXT NOT NULL,                -- of its file in out/documents/
  html TEXT NOT NULL,
  rows TEXT NOT NULL,                -- its part of the table of all claims, as JSON
  summary TEXT NOT NULL,             -- its part of the index page, as JSON
  key TEXT NOT NULL                  -- hash of what the page is made by: laid out again when it changes
);

-- prepared: What the weighing needs of each document, kept so that an unchanged document is not prepared again.
CREATE TABLE prepared (
  document TEXT PRIMARY KEY,         -- path
  cards TEXT NOT NULL,               -- its claims as the weighing compares them, as JSON
  key TEXT NOT NULL                  -- hash of what prepares it: prepared again when it changes
);

-- results: The files in which what followed from the case was last written, so that an unchanged case is not weighed again.
CREATE TABLE results (
  path TEXT PRIMARY KEY,             -- of a file below out/; empty for the row of the key
  digest TEXT NOT NULL               -- of its content; in the row of the key, JSON of the key, the key judgements and what was to report
);

-- memory: What weighing the case worked out, under hashes, so that the next weighing works out only what changed.
CREATE TABLE memory (
  mark BLOB NOT NULL UNIQUE,         -- hash of all that the content hangs on, or the name of a list of such; empty for what weighs
  content BLOB NOT NULL              -- MessagePack; in the row without a mark, hash of what weighs: nothing holds for another
);

-- document_search: Full-text index of documents; rowid is documents.number.
CREATE VIRTUAL TABLE document_search USING fts5(title, text, content='documents', content_rowid='number', tokenize='porter unicode61');

-- claim_search: Full-text index of the passages of claims; rowid is claims.number.
CREATE VIRTUAL TABLE claim_search USING fts5(text, content='claims', content_rowid='number', tokenize='porter unicode61');

CREATE TRIGGER document_added AFTER INSERT ON documents BEGIN
  INSERT INTO document_search (rowid, title, text) VALUES (new.number, new.title, new.text);
END;
CREATE TRIGGER document_gone AFTER DELETE ON documents BEGIN
  INSERT INTO document_search (document_search, rowid, title, text) VALUES ('delete', old.number, old.title, old.text);
END;
CREATE TRIGGER claim_added AFTER INSERT ON claims BEGIN
  INSERT INTO claim_search (rowid, text) VALUES (new.number, new.text);
END;
CREATE TRIGGER claim_gone AFTER DELETE ON claims BEGIN
  INSERT INTO claim_search (claim_search, rowid, text) VALUES ('delete', old.number, old.text);
END;
