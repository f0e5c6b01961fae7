# Sayso. The two commands to know: `make demo` (build, read the sample dispatches) and `make test`.

GO      ?= go
BIN     := bin/sayso
SHARED  ?= ../shared
FUZZ    ?= 20000x
export CGO_ENABLED ?= 0

.PHONY: all build demo test rules lint fuzz score bench bake licenses train train-data soak release clean
all: build

build: ## bin/sayso
	$(GO) build -trimpath -o $(BIN) ./cmd/sayso

demo: build ## read the sample dispatches, or ARTICLE=path
	@SAYSO=$(BIN) sh testdata/demo.sh $(ARTICLE)

test: ## gofmt, vet, all tests; the race detector where there are goroutines
	@out=$$(gofmt -l $$(git ls-files '*.go')); [ -z "$$out" ] || { echo "not gofmt'd:"; echo "$$out"; exit 1; }
	$(GO) vet ./...
	$(GO) test ./...
	CGO_ENABLED=1 $(GO) test -race ./reader ./internal/fetch

rules: build ## check the rules, and which of them DATA (files or folders) uses
	$(BIN) rules $(if $(DATA),--data $(DATA))

lint: ## golangci-lint, built from tools/go.mod, over all modules
	$(GO) -C tools build -o ../bin/golangci-lint github.com/golangci/golangci-lint/v2/cmd/golangci-lint
	bin/golangci-lint run ./...
	cd tools && ../bin/golangci-lint run ./...
	cd tools/kernels && ../../bin/golangci-lint run ./...

fuzz: ## every fuzz test for FUZZ runs each (or a time: FUZZ=10m)
	@for f in $$(grep -rlE '^func Fuzz' --include='*_test.go' . | grep -v '^./tools/'); do \
	  for t in $$(sed -nE 's/^func (Fuzz[A-Za-z0-9_]*)\(.*/\1/p' $$f); do \
	    echo "$$(dirname $$f) $$t"; $(GO) test -run='^$$' -fuzz="^$$t\$$" -fuzztime=$(FUZZ) -fuzzminimizetime=50x $$(dirname $$f) || exit 1; \
	  done; done

score: build ## measure accuracy on $(SHARED) and write docs/scores.md
	$(GO) -C tools run ./score -sayso ../$(BIN) -shared ../$(SHARED) -out ../docs/scores.md

bench: ## benchmarks of the hot paths; compare two runs with benchstat
	$(GO) test -run='^$$' -bench=. -benchmem ./...

bake: ## make the tables below rules/ again from their sources (needs the network)
	$(GO) -C tools run ./bake

licenses: ## the licences of everything in the program, into cmd/sayso/licenses.txt
	$(GO) -C tools run ./licenses

train-data: ## fetch what training needs beside the corpora
	$(GO) -C tools run ./traindata

train: build ## make every weight that ships, from the corpora in $(SHARED)
	$(BIN) train --data $(SHARED)/data

soak: build ## long runs: 100,000 articles, a kill in the middle, memory
	SAYSO=$(CURDIR)/$(BIN) $(GO) test -tags soak -run Soak -timeout 60m -v ./cmd/sayso

release: ## binaries for Linux, macOS and Windows with checksums, in dist/
	@rm -rf dist && mkdir -p dist
	@for os in linux darwin windows; do for arch in amd64 arm64; do \
	  ext=; [ $$os = windows ] && ext=.exe; \
	  echo "sayso-$$os-$$arch$$ext"; \
	  CGO_ENABLED=0 GOOS=$$os GOARCH=$$arch $(GO) build -trimpath -ldflags='-s -w' -o dist/sayso-$$os-$$arch$$ext ./cmd/sayso || exit 1; \
	done; done
	@cd dist && sha256sum sayso-* > SHA256SUMS && cat SHA256SUMS

clean:
	rm -rf bin dist work
