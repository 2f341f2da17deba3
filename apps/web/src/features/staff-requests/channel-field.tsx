import { useStaffWords } from '../../lib/staff-words.ts'
import { SelectField } from '../../ui/select-field.tsx'

const CHANNELS = ['phone', 'office', 'paper'] as const
export type CallersChannel = (typeof CHANNELS)[number]

type Props = { channel: CallersChannel; onChannel: (channel: CallersChannel) => void }

/** Over which way somebody asks the office to file for them. */
export function ChannelField({ channel, onChannel }: Props) {
  const { forCaller: words, channels } = useStaffWords().requestCard
  return (
    <SelectField
      label={words.channel}
      value={channel}
      options={CHANNELS.map((value) => ({ value, name: channels[value] }))}
      onChange={(chosen) => onChannel(CHANNELS.find((one) => one === chosen) ?? channel)}
    />
  )
}
