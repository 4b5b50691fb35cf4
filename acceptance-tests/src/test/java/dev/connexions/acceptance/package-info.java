/** Business scenarios in plain words, each run on the in-memory adapters and on the whole service. */
@NullMarked
package dev.connexions.acceptance;

import org.jspecify.annotations.NullMarked;
