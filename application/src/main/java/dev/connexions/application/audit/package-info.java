/** Writing down and reading who did what. */
@NullMarked
package dev.connexions.application.audit;

import org.jspecify.annotations.NullMarked;
