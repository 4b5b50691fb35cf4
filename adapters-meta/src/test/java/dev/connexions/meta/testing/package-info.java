/** What the tests of both sides of the wire share: a browser, a script of raw answers. */
@NullMarked
package dev.connexions.meta.testing;

import org.jspecify.annotations.NullMarked;
