package sheet

import "strings"

// delimiters are what stands between cells, the likeliest first.
const delimiters = ",;\t|"

// sniffDelimiter finds what stands between the cells of a text: the sign that
// most of its first lines have equally often, outside quotes. It tells whether
// at least half of them do; without that a text is no table.
func sniffDelimiter(text string) (delimiter byte, found bool) {
	counts := countDelimiters(text, 100)
	best, bestOften := delimiters[0], 0
	for i := range len(delimiters) {
		often := 0
		same := map[int]int{}
		for _, line := range counts {
			if line[i] > 0 {
				same[line[i]]++
				often = max(often, same[line[i]])
			}
		}
		if often > bestOften {
			best, bestOften = delimiters[i], often
		}
	}
	return best, bestOften > 0 && bestOften*2 >= len(counts)
}

// countDelimiters counts the delimiters of each of the first lines that are
// not blank.
func countDelimiters(text string, lines int) (counts [][len(delimiters)]int) {
	var line [len(delimiters)]int
	quoted, blank := false, true
	end := func() {
		if !blank {
			counts = append(counts, line)
		}
		line, blank = [len(delimiters)]int{}, true
	}
	for i := 0; i < len(text) && i < 256<<10 && len(counts) < lines; i++ {
		b := text[i]
		if b == '"' {
			quoted = !quoted
		}
		if (b == '\n' || b == '\r') && !quoted {
			end()
			continue
		}
		blank = false
		if n := strings.IndexByte(delimiters, b); n >= 0 && !quoted {
			line[n]++
		}
	}
	end()
	return counts
}
