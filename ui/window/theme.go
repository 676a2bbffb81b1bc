package window

import (
	"fmt"
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// An appearance is the user's choice between the two sets of colours.
type appearance string

// The appearances. System follows the desktop's setting.
const (
	systemAppearance appearance = "system"
	lightAppearance  appearance = "light"
	darkAppearance   appearance = "dark"
)

// A look is Vitrine's theme: its own colours and sizes, Fyne's font and icons.
// Its colours change in place. With another theme Fyne would read its fonts
// anew, and its shaper of texts keeps the old ones for good, 9 MB each time.
type look struct {
	fyne.Theme
	appearance appearance
	contrast   bool // high contrast
}

func newLook(a appearance, contrast bool) *look { return &look{theme.DefaultTheme(), a, contrast} }

// The sizes of the window that are not the theme's.
const (
	headlineSize  = 20
	smallHeadline = 16 // in a small window
	noteSize      = 12
	numberSize    = 30
	pageMargin    = 20
	rowMargin     = 12
	pitch         = 32
)

// Size returns the theme's sizes.
func (l *look) Size(name fyne.ThemeSizeName) float32 {
	switch name {
	case theme.SizeNameText:
		return 13
	case theme.SizeNameHeadingText:
		return headlineSize
	case theme.SizeNameSubHeadingText:
		return 15
	case theme.SizeNameCaptionText:
		return noteSize
	case theme.SizeNameInnerPadding:
		return 6
	case theme.SizeNameSplitThickness:
		return 5
	case theme.SizeNameScrollBar:
		return 10
	case theme.SizeNamePopupRadius, theme.SizeNameMenuRadius, theme.SizeNameDialogRadius:
		return 6
	}
	return l.Theme.Size(name)
}

// Color returns the theme's colours: the desktop's variant, or the one that
// the user chose.
func (l *look) Color(name fyne.ThemeColorName, variant fyne.ThemeVariant) color.Color {
	if c, ok := paletteOf(l.dark(variant), l.contrast).color(name); ok {
		return c
	}
	return l.Theme.Color(name, variant)
}

func (l *look) dark(variant fyne.ThemeVariant) bool {
	if l.appearance == systemAppearance {
		return variant == theme.VariantDark
	}
	return l.appearance == darkAppearance
}

// Icon returns Fyne's icon under a name of its own in each set of colours:
// Fyne keeps what it drew by the name.
func (l *look) Icon(name fyne.ThemeIconName) fyne.Resource {
	drawn, ok := l.Theme.Icon(name).(fyne.ThemedResource)
	if !ok {
		return l.Theme.Icon(name)
	}
	return theme.NewColoredResource(icon{drawn, fmt.Sprintf("%s-%v-%s", l.appearance, l.contrast, name)}, drawn.ThemeColorName())
}

// An icon is a resource under another name.
type icon struct {
	fyne.Resource
	name string
}

// Name is what Fyne keeps the drawn icon by.
func (i icon) Name() string { return i.name }

// colorSurface is the ground of panels, headers and the status line.
const colorSurface fyne.ThemeColorName = "vitrineSurface"

// colorTrouble is the ground of a cell that made no sense.
const colorTrouble fyne.ThemeColorName = "vitrineTrouble"

func (p palette) color(name fyne.ThemeColorName) (color.Color, bool) {
	switch name {
	case theme.ColorNameBackground, theme.ColorNameInputBackground:
		return p.background, true
	case colorSurface, theme.ColorNameHeaderBackground, theme.ColorNameMenuBackground,
		theme.ColorNameOverlayBackground, theme.ColorNameButton, theme.ColorNameDisabledButton,
		theme.ColorNameScrollBarBackground:
		return p.surface, true
	case theme.ColorNameForeground:
		return p.text, true
	case theme.ColorNamePlaceHolder:
		return p.quiet, true
	case theme.ColorNameDisabled:
		return p.disabled, true
	case theme.ColorNamePrimary, theme.ColorNameHyperlink:
		return p.primary, true
	case theme.ColorNameFocus: // Fyne writes on it: it is the ground of a menu's chosen item
		return p.focus, true
	case theme.ColorNameError:
		return p.failure, true
	case theme.ColorNameWarning:
		return p.warning, true
	case colorTrouble:
		return alpha(p.warning, 0x40), true
	case theme.ColorNameSuccess:
		return p.success, true
	case theme.ColorNameForegroundOnPrimary, theme.ColorNameForegroundOnError,
		theme.ColorNameForegroundOnWarning, theme.ColorNameForegroundOnSuccess:
		return p.onColor, true
	case theme.ColorNameSeparator:
		return p.line, true
	case theme.ColorNameInputBorder:
		return p.border, true
	case theme.ColorNameScrollBar:
		return alpha(p.border, 0xB0), true
	case theme.ColorNameShadow:
		return p.shadow, true
	case theme.ColorNameHover:
		return alpha(p.text, 0x14), true
	case theme.ColorNamePressed:
		return alpha(p.text, 0x28), true
	case theme.ColorNameSelection:
		return alpha(p.primary, 0x38), true
	}
	return nil, false
}
