package window

import (
	"context"
	"errors"
	"net/url"
	"strings"

	"vitrine/reports"
	"vitrine/reports/fetch"
	"vitrine/reports/library"
	"vitrine/reports/publisher"
)

// chooseReport offers what publishers offer: a file that has an address of
// its own is fetched, of the others the page opens in the browser. What is
// typed may be an address too.
func (p *page) chooseReport() {
	var list []choice
	for _, o := range publisher.Offers() {
		list = append(list, p.offerChoice(o))
	}
	p.choose(nil, "get", list)
	p.chooser.typed = p.typedChoices
}

func (p *page) offerChoice(o publisher.Offer) choice {
	first := o.Formats[0]
	label := p.words.Publisher(o.Publisher) + " · " + p.sourceTitle(reports.Source{Publisher: o.Publisher, Format: first.String()})
	if more := len(o.Formats) - 1; more > 0 {
		label += " " + p.say("get.more", "n", more)
	}
	c := choice{Label: label, Note: p.say("get.file"), Choose: func() { p.get(o) }}
	if !o.Direct {
		c.Note, c.Choose = p.say("get.page"), func() { p.browse(o.Address) }
	}
	return c
}

// addressChoice offers to fetch what was typed, if it is an address.
func (p *page) addressChoice(text string) []choice {
	u, err := url.Parse(strings.TrimSpace(text))
	if err != nil || u.Host == "" || u.Scheme != "https" && u.Scheme != "http" {
		return nil
	}
	o := publisher.Offer{Address: u.String(), Direct: true}
	return []choice{{Label: u.Host + u.Path, Note: p.say("get.file"), Choose: func() { p.get(o) }}}
}

// browse opens an address in the browser.
func (p *page) browse(address string) {
	u, err := url.Parse(address)
	if err == nil {
		err = p.openURL(u)
	}
	if err != nil {
		p.wrong(p.say("failed.browse", "address", address, "why", p.why(err)))
		return
	}
	p.status.say(p.say("get.browsed", "address", address))
}

// get fetches an export in the background and loads it.
func (p *page) get(o publisher.Offer) {
	if p.ledger == nil {
		p.unopened()
		return
	}
	l, place := p.ledger, p.options.Place
	follow := p.follow()
	show := newest(p.taking, func(at fetch.Progress) { p.showFetched(at); p.showIncoming() })
	fetching := func(at fetch.Progress) {
		p.incoming.fetching(o.Address, at)
		show(at)
	}
	p.load(func(ctx context.Context) []library.Receipt {
		file, err := fetched(ctx, o, place, fetching)
		if err != nil {
			return []library.Receipt{{Path: o.Address, Err: err}}
		}
		return follow.take(ctx, l, []string{file.Path}, library.TakeOptions{Address: file.Address, Retrieved: file.Retrieved})
	}, alone)
}

// fetched fetches a file to where the files of the library at a place are kept.
func fetched(ctx context.Context, o publisher.Offer, place string, progress func(fetch.Progress)) (fetch.File, error) {
	folder, err := library.FetchedFolder(place)
	if err != nil {
		return fetch.File{}, err
	}
	return fetch.Get(ctx, o.Address, folder, fetch.Options{
		Name: o.Saved, ChecksumAt: publisher.ChecksumAt(o.Address), Progress: progress,
	})
}

func (p *page) showFetched(at fetch.Progress) {
	l := p.panel.progress
	megabytes := func(n int64) string { return p.words.Number(float64(n/1e5) / 10) }
	if at.Of > 0 {
		l.text.set(p.say("wait.fetching", "name", at.Name, "done", megabytes(at.Bytes), "all", megabytes(at.Of)))
		l.bar.SetValue(float64(at.Bytes) / float64(at.Of))
		return
	}
	l.text.set(p.say("wait.fetching.unsized", "name", at.Name, "done", megabytes(at.Bytes)))
}

// refetch is what can be done about a file that was not fetched: try again,
// which goes on from where it stopped, or open its page.
func (p *page) refetch(r library.Receipt) []*button {
	var fault *fetch.Error
	if !errors.As(r.Err, &fault) || errors.Is(r.Err, fetch.ErrAddress) {
		return nil
	}
	o, page := publisher.Offer{Address: r.Path, Direct: true}, r.Path
	for _, known := range publisher.Offers() {
		if known.Direct && known.Address == r.Path {
			o, page = known, known.Formats[0].URL
		}
	}
	return []*button{
		wire(p, newButton(p.say("get.again"), linkButton, func() { p.get(o) }), p.say("hint.again")),
		wire(p, newButton(p.say("get.browse"), linkButton, func() { p.browse(page) }), page),
	}
}
