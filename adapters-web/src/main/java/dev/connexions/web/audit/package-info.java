/** The audit over HTTP. */
@NullMarked
package dev.connexions.web.audit;

import org.jspecify.annotations.NullMarked;
