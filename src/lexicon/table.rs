/// A row of a table.
#[derive(Debug)]
pub(crate) struct Row {
    columns: &'static [&'static str],
    cells: Vec<&'static str>,
}

impl Row {
    /// The cell of the column `column`; empty where the row leaves it out.
    ///
    /// # Panics
    /// Where the table has no such column: a slip in our own code, met by the first test that runs.
    pub(crate) fn cell(&self, column: &str) -> &'static str {
        let at = self.columns.iter().position(|c| *c == column);
        let at = at.unwrap_or_else(|| panic!("no column {column:?} among {:?}", self.columns));
        self.cells.get(at).copied().unwrap_or_default()
    }

    /// The names of its columns.
    #[cfg(test)]
    pub(crate) fn columns(&self) -> &'static [&'static str] {
        self.columns
    }

    /// Its cells.
    #[cfg(test)]
    pub(crate) fn cells(&self) -> &[&'static str] {
        &self.cells
    }

    /// The spellings of the row.
    pub(crate) fn phrases(&self) -> impl Iterator<Item = &'static str> {
        self.cells[0].split('|').map(str::trim)
    }
}

macro_rules! tables {
    ($($(#[$doc:meta])* $table:ident => $file:literal,)*) => {
        /// The tables, each a file in `data/`.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub(crate) enum Table {
            $($(#[$doc])* $table,)*
        }

        impl Table {
            /// All tables.
            pub(crate) const ALL: &'static [Self] = &[$(Self::$table,)*];

            /// The table's file name and its text.
            pub(crate) const fn source(self) -> (&'static str, &'static str) {
                match self {
                    $(Self::$table => ($file, include_str!(concat!("data/", $file))),)*
                }
            }
        }
    };
}

tables! {
    /// Indices on which units are scored and ranked.
    Indices => "indices.tsv",
    /// Words between scores, ranks, indices and units.
    Marks => "marks.tsv",
    /// Words with which the name of a ranked unit begins.
    Subjects => "subjects.tsv",
    /// Ordinal words.
    Ordinals => "ordinals.tsv",
    /// Provinces and cities directly under the state.
    Provinces => "provinces.tsv",
    /// Countries, territories and regions.
    Countries => "countries.tsv",
    /// Units of money and of quantities.
    Units => "units.tsv",
    /// Currencies.
    Currencies => "currencies.tsv",
    /// Words that say that numbers behind them are money.
    MoneyWords => "moneywords.tsv",
    /// Words that multiply a number.
    Scales => "scales.tsv",
    /// Words that say how exactly an amount is stated.
    Hedges => "hedges.tsv",
    /// Words of numbers.
    NumberWords => "numberwords.tsv",
    /// Parts of the day.
    DayParts => "dayparts.tsv",
    /// Days of the week.
    Weekdays => "weekdays.tsv",
    /// Months named by a word.
    Months => "months.tsv",
    /// Times counted from the publish time.
    Relatives => "relatives.tsv",
    /// Countries, regions, and provinces of old.
    Places => "places.tsv",
    /// Words before a place's name that say its kind.
    PlaceKinds => "place_kinds.tsv",
    /// Words around a place's name that tell what it is the name of.
    PlaceCues => "place_cues.tsv",
    /// Words before and after direct speech.
    SpeechCues => "speech_cues.tsv",
    /// Words that put a time before or after the publish time.
    Directions => "directions.tsv",
    /// Heads of posts.
    Posts => "posts.tsv",
    /// Words that qualify the head of a post.
    PostModifiers => "post_modifiers.tsv",
    /// Heads and whole names of organisations.
    Organisations => "organisations.tsv",
    /// Words in lower case that belong to an organisation's name.
    OrganisationWords => "organisation_words.tsv",
    /// Fields of work that organisations are named after.
    Fields => "fields.tsv",
    /// The trades of companies.
    Trades => "trades.tsv",
    /// Words of address.
    Honorifics => "honorifics.tsv",
    /// Ranks, degrees and honours.
    Titles => "titles.tsv",
    /// Surnames.
    Surnames => "surnames.tsv",
    /// Words that tie posts to persons.
    OfficialCues => "official_cues.tsv",
    /// Words before the name of a place.
    PlaceHeads => "place_heads.tsv",
    /// Places by their bare names.
    Geography => "geography.tsv",
    /// Words with which a clause goes on after a post.
    ClauseWords => "clause_words.tsv",
    /// Words before a name that is a thing called after somebody.
    Namesakes => "namesakes.tsv",
    /// Capitalised words that look like a name and mean nobody.
    NotPersons => "not_persons.tsv",
    /// Words that begin as the name of an organisation and name none.
    NotOrganisations => "not_organisations.tsv",
    /// Words that, capitalised, are no part of a name.
    NameStops => "name_stops.tsv",
    /// Years of the lunar calendar by name.
    LunarYears => "lunaryears.tsv",
    /// Kinds of documents.
    DocumentKinds => "documentkinds.tsv",
    /// Who issues documents.
    Issuers => "issuers.tsv",
    /// Laws by name.
    Laws => "laws.tsv",
}

impl Table {
    /// Reads the rows out of the table's text.
    pub(crate) fn rows(self) -> Vec<Row> {
        let (_, text) = self.source();
        let mut lines = text.lines().filter(|line| !line.starts_with('#') && !line.trim().is_empty());
        let columns: &'static [&'static str] = lines.next().unwrap_or_default().split('\t').collect::<Vec<_>>().leak();
        lines.map(|line| Row { columns, cells: line.split('\t').collect() }).collect()
    }
}
