# Completion for generate.py in bash and zsh, written by `generate.py completion`.
if [ -n "${ZSH_VERSION-}" ]; then
  autoload -Uz compinit bashcompinit
  [ -n "${_comps-}" ] || compinit
  bashcompinit
fi
_bulletin_before() {  # what completes $1 now; read again, this file finds itself there
  complete -p "$1" 2>/dev/null | sed -n '/-F _bulletin /d; s/.*-F \([^ ]*\).*/\1/p'
}
if [ -n "${BASH_VERSION-}" ]; then  # where no generate.py follows, that goes on
  _bulletin_python3="${_bulletin_python3:-$(_bulletin_before python3)}"
  _bulletin_python="${_bulletin_python:-$(_bulletin_before python)}"
fi

_bulletin_options() {
  case "$1" in
@OPTIONS@
  esac
}

_bulletin_values() {  # of option $1, in the project $2
  case "$1" in
    --theme) echo band; [ -d "$2/templates/themes" ] && ls "$2/templates/themes" ;;
    --format) echo text json ;;
    --report) echo text json html ;;
    --revisions) echo accept reject ;;
@VALUES@
  esac
}

_bulletin_names() {  # of the publications in the project $1
  local file
  for file in "$1"/content/*.yaml; do
    file="${file##*/}"
    case "$file" in glossary.yaml|publication.yaml|'*.yaml') ;; *) echo "${file%.yaml}" ;; esac
  done
}

_bulletin() {
  local cur="${COMP_WORDS[COMP_CWORD]}" before="${COMP_WORDS[COMP_CWORD-1]}" at=1 command="" root word i wanted=""
  COMPREPLY=()
  case "${COMP_WORDS[0]##*/}" in
    python*)
      if [ "${COMP_WORDS[1]##*/}" != generate.py ] || [ "$COMP_CWORD" -lt 2 ]; then
        case "${COMP_WORDS[0]##*/}" in
          python3) [ -z "${_bulletin_python3-}" ] || "$_bulletin_python3" "$@" ;;
          python) [ -z "${_bulletin_python-}" ] || "$_bulletin_python" "$@" ;;
        esac
        return 0
      fi
      at=2 ;;
  esac
  root="${COMP_WORDS[at-1]}"
  case "$root" in "~/"*) root="$HOME/${root#??}" ;; esac
  case "$root" in */*) root="${root%/*}" ;; *) root=. ;; esac
  i="$at"
  while [ "$i" -lt "$COMP_CWORD" ]; do
    word="${COMP_WORDS[i]}"
    [ "$word" != --project ] || root="${COMP_WORDS[i+1]}"
    case " @COMMANDS@ " in *" $word "*) [ -n "$command" ] || command="$word" ;; esac
    i=$((i + 1))
  done
  if [ "$before" = = ]; then before="${COMP_WORDS[COMP_CWORD-2]}"; fi  # bash takes --type=large for three words
  if [ "$cur" = = ]; then before="${COMP_WORDS[COMP_CWORD-1]}"; cur=""; fi
  wanted="$(_bulletin_values "$before" "$root")"
  if [ -n "$wanted" ]; then :
  else
    case " @TAKING@ " in *" ${command:-build}:$before "*) return 0 ;; esac
    case "$cur" in
      -*) wanted="$(_bulletin_options "${command:-build}") --help --messages" ;;
      *)
        case "${command:-build}" in
          build) wanted="$(_bulletin_names "$root")"; [ -n "$command" ] || wanted="@COMMANDS@ $wanted" ;;
          check|status|translated|watch|themes|export-review) wanted="$(_bulletin_names "$root")" ;;
          fmt) wanted="$(_bulletin_names "$root") glossary publication" ;;
          schema) wanted="content summary glossary publication" ;;
          explain) wanted="@RULES@" ;;
          *) return 0 ;;
        esac ;;
    esac
  fi
  COMPREPLY=($(compgen -W "$wanted" -- "$cur"))
}

complete -o bashdefault -o default -F _bulletin generate.py python3 python
