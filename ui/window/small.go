package window

import "fyne.io/fyne/v2"

// smallHeight is below which a window is small: as one of 800 points is with
// texts of 120 % or more.
const smallHeight = 640

// resized makes headline and filters take less room in a small window, so that
// there is a picture.
func (p *page) resized(size fyne.Size) {
	if small := size.Height < smallHeight; small != p.small {
		p.small = small
		p.headline.resize()
		p.suggestions.show()
	}
}
