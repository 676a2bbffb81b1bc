package window

import (
	"fmt"
	"testing"

	"fyne.io/fyne/v2/test"
)

// BenchmarkChooserTyping measures a letter typed in a menu of 3,000 categories.
func BenchmarkChooserTyping(b *testing.B) {
	p := opened(b, telegram())
	list := make([]choice, 3000)
	for i := range list {
		list[i] = choice{Label: fmt.Sprintf("Catégorie %d · violation of the terms", i), Note: "1,204 figures", Choose: func() {}}
	}
	p.choose(nil, "area", list)
	for b.Loop() {
		p.chooser.entry.SetText("")
		test.Type(p.chooser.entry, "t")
	}
}
