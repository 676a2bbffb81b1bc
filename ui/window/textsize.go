package window

import (
	"os"
	"slices"
	"strconv"
	"time"

	"fyne.io/fyne/v2"
)

// textSizes are the sizes of texts, and of all that stands beside them, in
// percent. The driver rounds to tenths.
var textSizes = []int{100, 120, 140, 160}

// scaleEnv is where Fyne's driver reads how large everything is; it looks
// again whenever the theme is set, and at no other time. Each time it reads its
// fonts anew: its shaper keeps a plan by font and forgets none, about 9 MB.
const scaleEnv = "FYNE_SCALE"

// startZoom remembers what the desktop asks for and applies the user's choice.
func (p *page) startZoom() {
	p.zoomed = 1
	if f, err := strconv.ParseFloat(os.Getenv(scaleEnv), 64); err == nil && f > 0 {
		p.zoomed = f
	}
	if p.textSize() != 100 {
		p.scaleTexts(p.textSize())
	}
}

func (p *page) textSize() int {
	if size := p.app.Preferences().Int(prefZoom); slices.Contains(textSizes, size) {
		return size
	}
	return 100
}

func (p *page) scaleTexts(percent int) {
	os.Setenv(scaleEnv, strconv.FormatFloat(p.zoomed*float64(percent)/100, 'f', -1, 64))
}

// setTextSize makes everything larger or smaller; the window keeps its place
// on the screen.
func (p *page) setTextSize(percent int) {
	cv := p.window.Canvas()
	if size := cv.Size(); p.pixels.IsZero() {
		p.pixels = fyne.NewSize(size.Width*cv.Scale(), size.Height*cv.Scale())
		p.plain = cv.Scale() * 100 / float32(p.textSize())
	}
	p.app.Preferences().SetInt(prefZoom, percent)
	p.scaleTexts(percent)
	p.app.Settings().SetTheme(p.look)
	p.build()
	p.drawing.do(func() {
		p.keepPixels()
		p.status.say(p.say("zoom", "percent", percent))
	})
	p.sizings++
	p.settle(p.sizings, p.plain*float32(percent)/100, 5)
}

// settle gives the window its size again once its texts have theirs, which on a
// busy machine may take seconds: until they are at a scale, or some tries.
func (p *page) settle(turn int, scale float32, tries int) {
	settled := func() {
		if turn != p.sizings { // a step soon after finds the window on its way
			return
		}
		p.keepPixels()
		if now := p.window.Canvas().Scale(); p.drawing.after != nil && tries > 1 && (now < scale-0.06 || now > scale+0.06) {
			p.settle(turn, scale, tries-1)
			return
		}
		p.pixels = fyne.Size{}
	}
	if p.drawing.after == nil {
		settled()
		return
	}
	p.drawing.after(time.Second, func() { p.drawing.do(settled) })
}

// keepPixels gives the window the size on the screen that it had before its
// texts grew: the driver makes it grow with them.
func (p *page) keepPixels() {
	if scale := p.window.Canvas().Scale(); scale > 0 && !p.pixels.IsZero() {
		p.window.Resize(fyne.NewSize(p.pixels.Width/scale, p.pixels.Height/scale))
	}
}

// stepTextSize goes to the next size, or the one before.
func (p *page) stepTextSize(by int) {
	p.setTextSize(textSizes[slices.Index(textSizes, p.textSize())+by])
}

func (p *page) zoomActions() []action {
	last := textSizes[len(textSizes)-1]
	return []action{
		{menu: "view", name: "larger", key: fyne.KeyUp, with: ctrl | shift, do: func() { p.stepTextSize(1) }, gap: true,
			refused: func() string { return p.unless(p.textSize() != last, "refused.largest") }},
		{menu: "view", name: "smaller", key: fyne.KeyDown, with: ctrl | shift, do: func() { p.stepTextSize(-1) },
			refused: func() string { return p.unless(p.textSize() != textSizes[0], "refused.smallest") }},
		{menu: "view", name: "usual", key: fyne.Key0, with: ctrl | shift, do: func() { p.setTextSize(100) },
			chosen: func() bool { return p.textSize() == 100 }},
	}
}
