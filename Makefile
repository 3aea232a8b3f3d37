# 产业大脑. Needs make, Python 3.11 or newer, and the package indexes of Python and npm; `make help` lists the targets.
MAKEFLAGS += --no-builtin-rules --no-print-directory
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:

FIND_PYTHON := for p in python3 python3.14 python3.13 python3.12 python3.11; do \
  $$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && command -v $$p && break; done
PYTHON ?= $(shell $(FIND_PYTHON))
UV_VERSION := 0.13.9
UV := .tools/uv-$(UV_VERSION)/bin/uv
BIN := .venv/bin
NPM := scripts/npm

SYNCED := .venv/.synced
NODE_MODULES := web/node_modules/.installed
PORTAL := src/brain/webdist/index.html
PORTAL_SOURCES := $(shell find web \( -path web/node_modules -o -path web/tests \) -prune -o -type f -print)

export UV_PYTHON_DOWNLOADS := never
export PYTHONUNBUFFERED := 1

# $(call step,COMMAND): show it, run it, and repeat it where it fails.
step = @printf '\033[1m▸ %s\033[0m\n' '$(1)'; { $(1); } || { printf '\033[31m✗ 失败：%s\033[0m\n' '$(1)' >&2; exit 1; }

##@ 使用
.PHONY: run setup
run: setup  ## 启动能力中心和产业大脑；DATA=目录 装入真实数据，否则生成示例数据
	@exec $(BIN)/brain up $(if $(DATA),--data '$(DATA)')

setup: $(SYNCED) $(PORTAL)  ## 安装依赖并构建门户

##@ 开发
.PHONY: check format lint types imports web web-check api
check: format lint types imports  ## 检查 Python 的格式、写法、类型与分层

format: $(SYNCED)
	$(call step,$(BIN)/ruff format --check)

lint: $(SYNCED)
	$(call step,$(BIN)/ruff check)

types: $(SYNCED)
	$(call step,$(BIN)/mypy --no-error-summary)

imports: $(SYNCED)
	$(call step,$(BIN)/lint-imports --no-logo)

web: web-check $(PORTAL)  ## 检查并构建门户

web-check: $(NODE_MODULES)
	$(call step,$(NPM) run --silent check)

api: $(NODE_MODULES)  ## 由代码重写 web/openapi 与门户的接口类型
	$(call step,$(BIN)/brain openapi web/openapi)
	$(call step,$(NPM) run --silent api)

##@ 验证
.PHONY: test tests faults journeys browser mariadb mosquitto gateway-wheels dcat-ap spark test-spark benchmarks
test:  ## 全部检查与测试：检查、门户、单元与接口、故障、浏览器
	@$(MAKE) check
	@$(MAKE) web
	@$(MAKE) tests
	@$(MAKE) faults
	@$(MAKE) journeys
	@printf '\033[1m✓ 全部通过\033[0m\n'

tests: setup mariadb mosquitto dcat-ap
	$(call step,$(BIN)/pytest -q -n 2 -m "not faults and not journeys")

faults: setup mosquitto gateway-wheels
	$(call step,$(BIN)/pytest -q -n 2 --dist worksteal -m faults)

journeys: setup browser
	$(call step,$(BIN)/pytest -q -n 2 --dist loadfile -m journeys)

browser:
	@scripts/browser

mariadb:
	@scripts/mariadb

mosquitto:
	@scripts/mosquitto

gateway-wheels: setup
	@scripts/gateway-wheels .tools/gateway-wheels

dcat-ap:
	@scripts/dcat-ap

spark: setup
	@scripts/spark

test-spark: spark  ## 数据集与质量规则的测试改在 Apache Spark（一主两从）上运行；首次下载 480 MB，须 Java 17
	$(call step,BRAIN_TEST_ENGINE=spark $(BIN)/pytest -q tests/platform/data_sets tests/platform/governance/domain/quality)

benchmarks: setup  ## 运行 benchmarks/ 的全部测量
	@for file in benchmarks/[a-z]*.py; do \
	  printf '\033[1m▸ %s\033[0m\n' "$$file"; $(UV) run --quiet --locked --group peers python $$file || exit 1; done

##@ 其他
.PHONY: clean help
clean:  ## 删除安装与构建的一切；数据目录 var 保留
	rm -rf .venv .tools web/node_modules src/brain/webdist .mypy_cache .ruff_cache .hypothesis .import_linter_cache

help:  ## 列出目标
	@awk 'BEGIN {FS = ":.*##"} /^##@/ {printf "\n\033[1m%s\033[0m\n", substr($$0, 5)} \
	  /^[a-z-]+:.*##/ {printf "  make %-12s %s\n", $$1, $$2}' $(firstword $(MAKEFILE_LIST))

$(UV):
	@scripts/get-uv '$(PYTHON)' $(UV_VERSION) $(dir $(@D))

$(SYNCED): $(UV) pyproject.toml uv.lock
	$(call step,$(UV) sync --locked --quiet --compile-bytecode --python $(PYTHON))
	@touch $@

$(NODE_MODULES): $(SYNCED) web/package-lock.json
	$(call step,$(NPM) ci --no-audit --no-fund --loglevel=error)
	@touch $@

$(PORTAL): $(NODE_MODULES) $(PORTAL_SOURCES)
	$(call step,$(NPM) run --silent build)
