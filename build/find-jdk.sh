# Sourced by the scripts. find_java_25 prints the path of a `java` that is 25 or newer, or fails.

java_is_25() {
  local version
  version=$("$1" -version 2>&1 | sed -n '1s/.*"\([0-9][0-9]*\).*/\1/p')
  [ -n "$version" ] && [ "$version" -ge 25 ]
}

find_java_25() {
  local candidate
  for candidate in \
    ${JAVA_HOME:+"$JAVA_HOME/bin/java"} \
    "$(command -v java || true)" \
    /usr/lib/jvm/*/bin/java \
    /opt/java/*/bin/java /opt/jdk*/bin/java \
    "$HOME"/.sdkman/candidates/java/*/bin/java \
    "$HOME"/.jdks/*/bin/java \
    "$HOME"/.local/share/mise/installs/java/*/bin/java \
    /Library/Java/JavaVirtualMachines/*/Contents/Home/bin/java; do
    if [ -x "$candidate" ] && java_is_25 "$candidate"; then
      # the compiler must be there, too: a runtime alone cannot build
      if [ -x "$(dirname "$(readlink -f "$candidate")")/javac" ]; then
        printf '%s\n' "$candidate"
        return 0
      fi
    fi
  done
  return 1
}
