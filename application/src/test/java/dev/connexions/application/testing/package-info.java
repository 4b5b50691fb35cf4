/** The application without its surroundings: ports in memory, a login that answers by script, a clock that is moved. */
@NullMarked
package dev.connexions.application.testing;

import org.jspecify.annotations.NullMarked;
