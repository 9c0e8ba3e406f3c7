//! The text of NOTICE.

use std::fmt::Write;
use std::path::Path;

use crate::crates::{Crate, folders};

const HEAD: &str = "\
NOTICE

uncramp is under the MIT licence (LICENSE). The program contains the crates below,
each with the licence it offers and the copyright lines of its licence file. Where a
crate offers a choice that includes MIT, it is used under MIT.

nucleo-matcher and zeitstempel are under the Mozilla Public License 2.0 and are used
unchanged. Their source is at https://crates.io/crates/nucleo-matcher and
https://crates.io/crates/zeitstempel, the licence at https://mozilla.org/MPL/2.0/.
SQLite, inside libsqlite3-sys, is in the public domain.

Write this file anew with: cargo test --test supply -- --ignored
";

const MIT: &str = "
The MIT licence

Permission is hereby granted, free of charge, to any person obtaining a copy of this
software and associated documentation files (the \"Software\"), to deal in the Software
without restriction, including without limitation the rights to use, copy, modify,
merge, publish, distribute, sublicense, and/or sell copies of the Software, and to
permit persons to whom the Software is furnished to do so, subject to the following
conditions:

The above copyright notice and this permission notice shall be included in all copies
or substantial portions of the Software.

THE SOFTWARE IS PROVIDED \"AS IS\", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED,
INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY, FITNESS FOR A
PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT
HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF
CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE
OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.

The zlib licence

This software is provided 'as-is', without any express or implied warranty. In no
event will the authors be held liable for any damages arising from the use of this
software. Permission is granted to anyone to use this software for any purpose,
including commercial applications, and to alter it and redistribute it freely, subject
to the following restrictions: 1. The origin of this software must not be
misrepresented; you must not claim that you wrote the original software. If you use
this software in a product, an acknowledgment in the product documentation would be
appreciated but is not required. 2. Altered source versions must be plainly marked as
such, and must not be misrepresented as being the original software. 3. This notice
may not be removed or altered from any source distribution.
";

/// The whole file.
pub fn text(crates: &[Crate]) -> String {
    let folders = folders();
    let mut text = HEAD.to_owned();
    for one in crates {
        let _ = write!(text, "\n{one}\n");
        let folder = &folders[&(one.name.clone(), one.version.clone())];
        for line in copyright(folder) {
            let _ = writeln!(text, "    {line}");
        }
    }
    text.push_str(MIT);
    text
}

/// The lines that say whose work it is, from the shortest licence file that has any.
fn copyright(folder: &Path) -> Vec<String> {
    let mut names: Vec<_> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| {
            let name = path.file_name().unwrap_or_default();
            let name = name.to_string_lossy().to_ascii_lowercase();
            let is_licence = name.contains("licen") || name.contains("copy");
            is_licence && !name.contains("apache")
        })
        .collect();
    names.sort();
    let is_about = |line: &&str| {
        let low = line.to_lowercase();
        let rest = low.strip_prefix("copyright ").unwrap_or_default();
        rest.starts_with("(c)") || rest.starts_with(|c: char| c.is_ascii_digit() || c == '©')
    };
    for name in names {
        let text = std::fs::read_to_string(name).unwrap_or_default();
        let lines = text.lines().map(str::trim).filter(is_about);
        let lines: Vec<String> = lines.map(str::to_owned).collect();
        if !lines.is_empty() {
            return lines;
        }
    }
    Vec::new()
}
