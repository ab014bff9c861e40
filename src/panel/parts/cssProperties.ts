import { nothing } from 'lit';
import { Directive, directive, type ElementPart } from 'lit/directive.js';

/**
 * Sets CSS properties of an element through its style object. Lit's own `styleMap` writes a `style` attribute at first,
 * which the panel's content security policy refuses.
 */
class CssPropertiesDirective extends Directive {
  override update(part: ElementPart, [properties]: [Readonly<Record<string, string>>]): typeof nothing {
    const { style } = part.element as HTMLElement;
    for (const [name, value] of Object.entries(properties)) style.setProperty(name, value);
    return nothing;
  }

  override render(_properties: Readonly<Record<string, string>>): typeof nothing {
    return nothing;
  }
}

/** `<span ${cssProperties({ width: '40%' })}>`; the set of properties must stay the same from one rendering to the next. */
export const cssProperties = directive(CssPropertiesDirective);
