use super::columns::{self, Column, Post};
use crate::article::{Article, Found};

/// One kind of fact as a flat table: a row a fact, each with its article, so that the rows of many articles make one table.
///
/// ```
/// use thongcao::Table;
/// let article = thongcao::extract("PCI năm 2019 của Bến Tre đạt 69,3 điểm, xếp thứ 7/63.".as_bytes());
/// let row = &Table::Results.rows(&article)[0];
/// let cell = |name| &row[Table::Results.columns().iter().position(|column| *column == name).unwrap()];
/// assert_eq!((cell("subject"), cell("score"), cell("rank")), (&"Bến Tre".into(), &"69.3".into(), &"7".into()));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Table {
    /// The articles themselves.
    Articles,
    /// [`Article::results`].
    Results,
    /// [`Article::officials`], a row a post.
    Officials,
    /// [`Article::people`].
    People,
    /// [`Article::organisations`].
    Organisations,
    /// [`Article::places`].
    Places,
    /// [`Article::dates`].
    Dates,
    /// [`Article::documents`].
    Documents,
    /// [`Article::money`].
    Money,
    /// [`Article::quantities`].
    Quantities,
    /// [`Article::quotes`].
    Quotes,
    /// [`Article::diagnostics`].
    Diagnostics,
}

impl Table {
    /// Every table.
    pub const ALL: [Self; 12] = [
        Self::Articles,
        Self::Results,
        Self::Officials,
        Self::People,
        Self::Organisations,
        Self::Places,
        Self::Dates,
        Self::Documents,
        Self::Money,
        Self::Quantities,
        Self::Quotes,
        Self::Diagnostics,
    ];

    /// Its name: that of the record's field.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Articles => "articles",
            Self::Results => "results",
            Self::Officials => "officials",
            Self::People => "people",
            Self::Organisations => "organisations",
            Self::Places => "places",
            Self::Dates => "dates",
            Self::Documents => "documents",
            Self::Money => "money",
            Self::Quantities => "quantities",
            Self::Quotes => "quotes",
            Self::Diagnostics => "diagnostics",
        }
    }

    /// Whether its rows are facts of the text, which stand somewhere in it.
    const fn is_of_facts(self) -> bool {
        !matches!(self, Self::Articles | Self::Diagnostics)
    }

    /// The names of its columns: those of the article first (`id`, its SHA-256; `input`, `url`, `published`), then the fact's own,
    /// then where it stands.
    pub fn columns(self) -> Vec<&'static str> {
        fn names<T>(columns: &[Column<T>]) -> impl Iterator<Item = &'static str> {
            columns.iter().map(|(name, _)| *name)
        }
        let mut all: Vec<&'static str> = names(columns::SOURCE).collect();
        match self {
            Self::Articles => all.extend(names(columns::ARTICLE)),
            Self::Results => all.extend(names(columns::RESULT)),
            Self::Officials => all.extend(names(columns::POST)),
            Self::People => all.extend(names(columns::PERSON)),
            Self::Organisations => all.extend(names(columns::ORGANISATION)),
            Self::Places => all.extend(names(columns::PLACE)),
            Self::Dates => all.extend(names(columns::DATE)),
            Self::Documents => all.extend(names(columns::DOCUMENT)),
            Self::Money => all.extend(names(columns::MONEY)),
            Self::Quantities => all.extend(names(columns::QUANTITY)),
            Self::Quotes => all.extend(names(columns::QUOTE)),
            Self::Diagnostics => all.extend(names(columns::DIAGNOSTIC)),
        }
        if self.is_of_facts() {
            all.extend(names(columns::FOUND));
        }
        all
    }

    /// The rows that `article` adds: a cell for each of [`columns`](Self::columns), empty where nothing is stated.
    pub fn rows(self, article: &Article) -> Vec<Vec<String>> {
        match self {
            Self::Articles => rows(article, columns::ARTICLE, [article], |_| None),
            Self::Results => rows(article, columns::RESULT, &article.results, |fact| Some(&fact.found)),
            Self::Officials => {
                let posts: Vec<Post<'_>> = article
                    .officials
                    .iter()
                    .flat_map(|official| official.roles.iter().map(move |role| Post { official, role }))
                    .collect();
                rows(article, columns::POST, &posts, |post| Some(&post.role.found))
            }
            Self::People => rows(article, columns::PERSON, &article.people, |fact| fact.mentions.first()),
            Self::Organisations => {
                rows(article, columns::ORGANISATION, &article.organisations, |fact| fact.mentions.first())
            }
            Self::Places => rows(article, columns::PLACE, &article.places, |fact| fact.mentions.first()),
            Self::Dates => rows(article, columns::DATE, &article.dates, |fact| Some(&fact.found)),
            Self::Documents => rows(article, columns::DOCUMENT, &article.documents, |fact| Some(&fact.found)),
            Self::Money => rows(article, columns::MONEY, &article.money, |fact| Some(&fact.found)),
            Self::Quantities => rows(article, columns::QUANTITY, &article.quantities, |fact| Some(&fact.found)),
            Self::Quotes => rows(article, columns::QUOTE, &article.quotes, |fact| Some(&fact.found)),
            Self::Diagnostics => rows(article, columns::DIAGNOSTIC, &article.diagnostics, |_| None),
        }
    }
}

/// A row for each of `facts`; `found` says where one stands.
fn rows<'a, T: 'a>(
    article: &Article,
    columns: &[Column<T>],
    facts: impl IntoIterator<Item = &'a T>,
    found: fn(&T) -> Option<&Found>,
) -> Vec<Vec<String>> {
    let row = |fact: &T| {
        let own =
            columns::SOURCE.iter().map(|(_, cell)| cell(article)).chain(columns.iter().map(|(_, cell)| cell(fact)));
        let stands = found(fact).into_iter().flat_map(|found| columns::FOUND.iter().map(|(_, cell)| cell(found)));
        own.chain(stands).collect()
    };
    facts.into_iter().map(row).collect()
}

#[cfg(test)]
mod tests {
    use super::Table;

    #[test]
    fn every_row_has_a_cell_for_each_column() {
        let text = "Hội nghị\n\nNgày 02/12/2022, ông Lê Văn Hòa, Giám đốc Sở Nội vụ tỉnh Cao Bằng, và bà Trần Thị Lan dự. \
                    Theo Quyết định số 12/QĐ-UBND, chi 5 tỷ đồng cho 30% số xã. Ông Hòa nói: “Chúng tôi đã làm xong mọi việc và rất vui mừng”. \
                    PCI năm 2021 đạt 62,5/100 điểm (63,5%).";
        let article = crate::extract(text.as_bytes());
        for table in Table::ALL {
            let (columns, rows) = (table.columns(), table.rows(&article));
            assert!(!rows.is_empty(), "{} has no row", table.name());
            assert!(rows.iter().all(|row| row.len() == columns.len()), "{}", table.name());
            let mut names = columns.clone();
            names.sort_unstable();
            names.dedup();
            assert_eq!(names.len(), columns.len(), "{} has two columns of one name", table.name());
        }
    }
}
