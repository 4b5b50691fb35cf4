/**
 * A Meta to try things on: a server that speaks the Graph dialect, with its own clock, people and faults. It shares no
 * code with the client, or both would make the same mistake.
 */
@NullMarked
package dev.connexions.meta.sandbox;

import org.jspecify.annotations.NullMarked;
