/** How a screen opens the export of what it shows, or of the incidents that are selected in it. */
import {createContext, useContext} from 'react'

export const ExportContext = createContext<(incidents?: readonly string[]) => void>(() => {})

export const useExport = () => useContext(ExportContext)
