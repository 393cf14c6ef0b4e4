import { Chip } from '@mantine/core';
import { useId } from 'react';
import classes from './choice-chips.module.css';

interface Props<Value extends string> {
  label: string;
  choices: readonly { value: Value; label: string }[];
  value: Value;
  onChange: (value: Value) => void;
}

/** One of a few, all in sight: arrows change it, Enter passes it by. */
export function ChoiceChips<Value extends string>({ label, choices, value, onChange }: Props<Value>) {
  // Without a name each chip would be a stop of its own for Tab, the last one first on the way back.
  const name = useId();
  return (
    <Chip.Group
      value={value}
      onChange={(chosen) => {
        const choice = choices.find((candidate) => candidate.value === chosen);
        if (choice) onChange(choice.value);
      }}
    >
      <div className={classes.chips} role="radiogroup" aria-label={label}>
        {choices.map((choice) => (
          <Chip
            key={choice.value}
            name={name}
            value={choice.value}
            size="xs"
            radius="sm"
            variant="light"
            classNames={{ label: classes.chip, iconWrapper: classes.tick }}
            data-enter-skip
          >
            {choice.label}
          </Chip>
        ))}
      </div>
    </Chip.Group>
  );
}
