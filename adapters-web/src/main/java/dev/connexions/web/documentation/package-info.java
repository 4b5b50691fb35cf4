/** What the service says about itself: its document, to read and to try, and what the problems mean. */
@NullMarked
package dev.connexions.web.documentation;

import org.jspecify.annotations.NullMarked;
