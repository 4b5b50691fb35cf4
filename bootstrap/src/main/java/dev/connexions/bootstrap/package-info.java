/** Where everything is put together: settings, wiring, commands. The only place that knows more than one adapter. */
@NullMarked
package dev.connexions.bootstrap;

import org.jspecify.annotations.NullMarked;
