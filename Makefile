# One build for everything: the same tags everywhere, so that nothing is
# compiled twice.
export GOFLAGS := -tags=migrated_fynedo $(GOFLAGS)
VERSION := $(shell sed -n 's/^Version *= *"\(.*\)"/\1/p' FyneApp.toml)
HERE = $(shell go env GOOS)-$(shell go env GOARCH)

.PHONY: run test lint golden bench hour pictures gallery package build needs clean

# Builds Vitrine and opens its window; without a display it draws the same
# chart and writes the same workbook into ./out.
run: build
	@if [ -n "$$DISPLAY$$WAYLAND_DISPLAY" ] || [ "$$(uname -s)" != Linux ]; then \
		exec ./vitrine; \
	else \
		echo 'There is no display: Vitrine does the same job into ./out.'; \
		mkdir -p out && \
		./vitrine chart --library :memory: --publisher Telegram --measure 'groups and channels blocked' --by category --every month -o out/telegram.svg && \
		./vitrine chart --library :memory: --publisher Telegram --measure 'groups and channels blocked' --by category --every month -o out/telegram.png && \
		./vitrine export --library :memory: -o out/telegram.xlsx && \
		./vitrine series --library :memory: --publisher Telegram --measure 'groups and channels blocked' --by category --every year --format csv > out/telegram.csv && \
		ls -l out; \
	fi

build: needs
	go build -ldflags '-X main.version=$(VERSION)' -o vitrine .

needs:
	@scripts/needs.sh

# All that must hold: format, vet, the walls of the house, the translations,
# the documented formats, and every test. It needs no display.
test: lint
	go test ./...

lint: needs
	@unformatted=$$(gofmt -l $$(git ls-files '*.go' 2>/dev/null || find . -name '*.go')); \
	if [ -n "$$unformatted" ]; then echo "Not gofmt-ed: $$unformatted"; exit 1; fi
	go vet ./...

# Rewrites the golden files after a change that was meant. Look at the diff.
golden: needs
	go test ./reports/publisher ./reports/chart ./reports/export -update

# The figures to reach.
bench: needs
	FYNE_CACHE=1s go test -timeout 2h -run '^$$' -bench . -benchmem ./reports/... ./ui/window

# An hour of a real window: make hour LIBRARY=file EXPORT=file [MINUTES=5]
hour: build
	scripts/hour.sh ./vitrine "$(LIBRARY)" "$(EXPORT)" $(MINUTES)

# The pictures of README and guide, drawn without a display, of the starter
# figures alone.
BLOCKED := ./vitrine chart --library :memory: --publisher Telegram --measure 'groups and channels blocked' --scale 1 --width 900
pictures: build
	go test ./ui/window -run TestPictures -count=1 -pictures ../../docs/images
	for l in en fr; do \
		$(BLOCKED) --language $$l --category terrorism --since 2023 --until 2025 --kind days -o docs/images/days-$$l.png && \
		$(BLOCKED) --language $$l --by category --every month --since 2024 --kind heat --height 340 -o docs/images/heat-$$l.png && \
		$(BLOCKED) --language $$l --by category --from 2024 --to 2025 --kind slope --height 420 -o docs/images/slope-$$l.png || exit 1; \
	done

# Every view and panel in both themes, both languages and three sizes, to be
# looked at: make gallery EXPORTS=folder draws them of the exports in a folder
# into ./out/gallery; SCENE=world draws one scene, LOOK=1280x800-light-en one
# look of each.
gallery: needs
	mkdir -p out/gallery
	go test ./ui/window -run TestGallery -count=1 -gallery "$$PWD/out/gallery" -exports "$(abspath $(EXPORTS))" -scene "$(SCENE)" -look "$(LOOK)"

# An archive to hand out: the program, its icon and its menu entry.
package: needs
	rm -rf dist/vitrine-$(VERSION)-$(HERE)
	mkdir -p dist/vitrine-$(VERSION)-$(HERE)
	go build -trimpath -ldflags '-s -w -X main.version=$(VERSION)' -o dist/vitrine-$(VERSION)-$(HERE)/ .
	cp LICENSE README.md CHANGELOG.md assets/icon.svg assets/icon.png assets/vitrine.desktop dist/vitrine-$(VERSION)-$(HERE)/
	tar -C dist -czf dist/vitrine-$(VERSION)-$(HERE).tar.gz vitrine-$(VERSION)-$(HERE)
	@ls -l dist/*.tar.gz

clean:
	rm -rf vitrine out dist
