//! Tables of text: in Markdown, aligned, so that they read well on a terminal, too.

/// A table whose first column is text and whose others are figures.
#[derive(Debug, Default)]
pub(super) struct Table {
    rows: Vec<Vec<String>>,
}

impl Table {
    /// A table with its head.
    pub(super) fn new<'a>(head: impl IntoIterator<Item = &'a str>) -> Self {
        let head = head.into_iter().map(str::to_owned).collect();
        Self { rows: vec![head] }
    }

    /// Adds a row; cells that are missing at its end stay empty.
    pub(super) fn row(&mut self, name: &str, cells: impl IntoIterator<Item = String>) {
        let mut row = vec![name.to_owned()];
        row.extend(cells);
        self.rows.push(row);
    }

    /// The table in Markdown.
    pub(super) fn text(&self) -> String {
        let columns = self.rows.iter().map(Vec::len).max().unwrap_or(0);
        let cell =
            |row: &'_ Vec<String>, column: usize| row.get(column).cloned().unwrap_or_default();
        let widths: Vec<usize> = (0..columns)
            .map(|column| {
                let lengths = self
                    .rows
                    .iter()
                    .map(|row| cell(row, column).chars().count());
                lengths.max().unwrap_or(0).max(3)
            })
            .collect();
        let mut text = String::new();
        for (number, row) in self.rows.iter().enumerate() {
            for (column, width) in widths.iter().enumerate() {
                let cell = cell(row, column);
                if column == 0 {
                    text += &format!("| {cell:width$} ");
                } else {
                    text += &format!("| {cell:>width$} ");
                }
            }
            text += "|\n";
            if number == 0 {
                for (column, width) in widths.iter().enumerate() {
                    let (dashes, end) =
                        ("-".repeat(width + 1), if column == 0 { '-' } else { ':' });
                    text += &format!("|{dashes}{end}");
                }
                text += "|\n";
            }
        }
        text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_is_aligned() {
        let mut table = Table::new(["program", "s"]);
        table.row("fib", ["1.25".to_owned()]);
        table.row("json", []);
        let expected = "\
| program |    s |
|---------|-----:|
| fib     | 1.25 |
| json    |      |
";
        assert_eq!(table.text(), expected);
    }
}
